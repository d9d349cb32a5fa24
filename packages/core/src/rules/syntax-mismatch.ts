import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../lint/rule.ts'
import { tagOf } from '../syntax/walk.ts'
import { documentedPlaceholders } from './shared/placeholder-names.ts'
import { quoted } from './shared/quoted.ts'

/**
 * Auth0's pages disagree on whether the two syntaxes mix: its API reference switches macros on by
 * `md_with_macros`, its SMS page uses `@@password@@` and Liquid side by side. Hence a warning, and "may".
 */
export const syntaxMismatch: TemplateRule = {
  name: 'syntax-mismatch',
  group: 'placeholder',
  severity: 'warning',
  summary: 'Customers may read template code, because `options.syntax` asks for the other syntax.',
  on: 'template',
  *check(context) {
    if (context.surroundings.syntax === 'md_with_macros') yield* liquidAmongMacros(context)
    if (context.surroundings.syntax === 'liquid') yield* macrosAmongLiquid(context)
  },
}

/** One finding: what has to change is the setting, not each tag. */
function* liquidAmongMacros({ template }: TemplateContext): Iterable<Finding> {
  const first = template.nodes.find(({ type }) => !['text', 'placeholder', 'junk'].includes(type))
  if (first === undefined) return
  const { start, end } = tagOf(first) ?? first
  const message = `Customers may read ${quoted(template.source.slice(start, end))} as it stands: \`options.syntax\` is md_with_macros, and Auth0 does not say that Liquid runs there. Set it to liquid and write \`{{ password }}\` for the code`
  yield { start, end, message }
}

/** A documented Liquid variable stands for each placeholder, so the message stays the same. */
function* macrosAmongLiquid({ template, profile }: TemplateContext): Iterable<Finding> {
  for (const { start, end, name } of documentedPlaceholders(template, profile)) {
    const text = `{{ ${profile.placeholders[name]} }}`
    const message = `Customers may read \`@@${name}@@\` as it stands: \`options.syntax\` is liquid, and Auth0 promises macros only under md_with_macros. Write \`${text}\``
    const fix = { title: `Write ${text}`, safe: true, edits: [{ start, end, text }] }
    yield { start, end, message, fixes: [fix] }
  }
}
