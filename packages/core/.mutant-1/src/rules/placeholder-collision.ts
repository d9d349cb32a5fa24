import type { TemplateRule } from '../lint/rule.ts'
import { documentedPlaceholders } from './shared/placeholder-names.ts'

/** auth0-deploy-cli 8.32 to 8.37 took such a template for a keyword without a value. */
const refused = /^@@.+@@$/

/**
 * auth0-deploy-cli replaces `@@KEY@@` by the mapping or environment variable of that name, environment
 * variables by default. https://github.com/auth0/auth0-deploy-cli/blob/master/docs/keyword-replacement.md
 */
export const placeholderCollision: TemplateRule = {
  name: 'placeholder-collision',
  group: 'placeholder',
  severity: 'warning',
  summary: 'auth0-deploy-cli may put something else in the place of the code.',
  on: 'template',
  *check({ template, profile, surroundings }) {
    if (surroundings.deployed !== true) return
    const found = documentedPlaceholders(template, profile)
    const [first] = found
    if (first === undefined) return
    const names = [...new Set(found.map(({ name }) => name))]
    const written = names.map((name) => `\`@@${name}@@\``).join(' and ')
    const also = refused.test(template.source)
      ? '. Versions 8.32 to 8.37 refuse to import it at all'
      : ''
    const { start, end } = first
    const message = `Where auth0-deploy-cli runs with an environment variable or mapping named ${names.join(' or ')}, it replaces ${written} before Auth0 sees it, and customers get that value. \`{{ ${profile.placeholders[first.name]} }}\` under \`options.syntax\` liquid is safe${also}`
    yield { start, end, message }
  },
}
