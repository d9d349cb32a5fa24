import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../lint/rule.ts'
import { auth0Sms } from '../profile/auth0-sms.ts'
import { tagOf } from '../syntax/walk.ts'
import { documentedPlaceholders } from './shared/placeholder-names.ts'
import { quoted } from './shared/quoted.ts'

/**
 * Auth0's pages disagree on whether the two syntaxes mix: its API reference switches macros on by
 * `md_with_macros`, its SMS page uses `@@password@@` and Liquid side by side. Hence a warning, and "may", until
 * `codeword connection probe` has seen what the tenant does.
 */
export const syntaxMismatch: TemplateRule = {
  name: 'syntax-mismatch',
  group: 'placeholder',
  severity: 'warning',
  summary: 'Customers may read template code, because `options.syntax` asks for the other syntax.',
  on: 'template',
  *check(context) {
    const { syntax } = context.surroundings
    if (syntax !== 'liquid' && syntax !== 'md_with_macros') return
    const seen =
      context.profile.name === auth0Sms.name ? context.tenant?.syntax?.[syntax] : undefined
    if (syntax === 'md_with_macros') yield* liquidAmongMacros(context, seen?.runsLiquid)
    else yield* macrosAmongLiquid(context, seen?.replacesMacros)
  },
}

/** A warning is one of doubt: who has seen the tenant do it has none. */
const certain = (reads: boolean | undefined): Pick<Finding, 'severity'> =>
  reads === false ? { severity: 'error' } : {}

/**
 * One finding: what has to change is the setting, not each tag.
 * @param runs whether the tenant was seen to run Liquid there
 */
function* liquidAmongMacros(
  { template }: TemplateContext,
  runs: boolean | undefined,
): Iterable<Finding> {
  const first = template.nodes.find(({ type }) => !['text', 'placeholder', 'junk'].includes(type))
  if (first === undefined || runs === true) return
  const { start, end } = tagOf(first) ?? first
  const reader = runs === false ? 'Customers read' : 'Customers may read'
  const reason =
    runs === false
      ? 'and this tenant was seen not to run Liquid there'
      : 'and Auth0 does not say that Liquid runs there'
  const message = `${reader} ${quoted(template.source.slice(start, end))} as it stands: \`options.syntax\` is md_with_macros, ${reason}. Set it to liquid and write \`{{ password }}\` for the code`
  yield { start, end, message, ...certain(runs) }
}

/**
 * A documented Liquid variable stands for each placeholder, so the message stays the same.
 * @param replaces whether the tenant was seen to replace macros there
 */
function* macrosAmongLiquid(
  { template, profile }: TemplateContext,
  replaces: boolean | undefined,
): Iterable<Finding> {
  if (replaces === true) return
  const reader = replaces === false ? 'Customers read' : 'Customers may read'
  const reason =
    replaces === false
      ? 'and this tenant was seen not to replace macros there'
      : 'and Auth0 promises macros only under md_with_macros'
  for (const { start, end, name } of documentedPlaceholders(template, profile)) {
    const text = `{{ ${profile.placeholders[name]} }}`
    const message = `${reader} \`@@${name}@@\` as it stands: \`options.syntax\` is liquid, ${reason}. Write \`${text}\``
    const fix = { title: `Write ${text}`, safe: true, edits: [{ start, end, text }] }
    yield { start, end, message, fixes: [fix], ...certain(replaces) }
  }
}
