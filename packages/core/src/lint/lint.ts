import { hasSegments } from '../profile/profile.ts'
import type { Template } from '../syntax/tree.ts'
import { lazy } from '../text/lazy.ts'
import type { Diagnostic, Finding, Severity } from './diagnostic.ts'
import { oneCauseOneFinding } from './one-cause.ts'
import type { Connection, Rule, TemplateContext, TemplateRule } from './rule.ts'
import { type Severities, severityOf, weights } from './severity.ts'
import { suppress } from './suppress.ts'

/**
 * Runs the template rules over one template, but for what comments in it suppress, and the rules about these
 * comments.
 * @returns diagnostics with offsets of the template's own text, rule by rule
 */
export function lintTemplate(
  context: TemplateContext,
  rules: readonly Rule[],
  severities: Severities = {},
): readonly Diagnostic[] {
  const concerns = {
    liquid: lazy(() => !isPlain(context.template)),
    sms: () => hasSegments(context.profile),
  }
  const check = (rule: TemplateRule): readonly Finding[] =>
    rule.about === undefined || concerns[rule.about]() ? [...rule.check(context)] : []
  const findings = oneCauseOneFinding(check, severities)
  const all = diagnose(rules, severities, (rule) => (rule.on === 'template' ? findings(rule) : []))
  const { kept, suppressions } = suppress(context.template, all, severities)
  if (suppressions.length === 0) return kept
  const aboutThem = diagnose(rules, severities, (rule) =>
    rule.on === 'suppressions' ? suppressions.flatMap((each) => [...rule.check(each, rules)]) : [],
  )
  return [...kept, ...aboutThem]
}

/** Whether there is no Liquid that half of all rules could speak of. */
const isPlain = ({ nodes, errors }: Template): boolean =>
  errors.length === 0 && nodes.every(({ type }) => type === 'text' || type === 'placeholder')

/**
 * Runs the connection rules over one connection.
 * @returns diagnostics with offsets of the host file, rule by rule
 */
export const lintConnection = (
  connection: Connection,
  rules: readonly Rule[],
  severities: Severities = {},
): readonly Diagnostic[] =>
  diagnose(rules, severities, (rule) =>
    rule.on === 'connection' ? [...rule.check(connection)] : [],
  )

const diagnose = (
  rules: readonly Rule[],
  severities: Severities,
  findings: (rule: Rule) => readonly Finding[],
): readonly Diagnostic[] =>
  rules.flatMap((rule) => {
    const configured = severities[rule.name]
    if (configured === 'off') return []
    return some(findings(rule)).map((finding) => diagnostic(rule, finding, configured))
  })

/** A rule that finds more than this in one template has said enough. */
const most = 100

function some(findings: readonly Finding[]): readonly Finding[] {
  const last = findings[most - 1]
  if (last === undefined || findings.length === most) return findings
  const more = `${last.message} (and ${findings.length - most} more like this)`
  return [...findings.slice(0, most - 1), { ...last, message: more }]
}

function diagnostic(rule: Rule, finding: Finding, configured?: Severity): Diagnostic {
  const { causes: _, lost: __, ...statement } = finding
  return { ...statement, rule: rule.name, severity: severityOf(rule, finding, configured) }
}

/** Source order; at the same place the heavier finding first. */
export const inSourceOrder = (a: Diagnostic, b: Diagnostic): number =>
  a.start - b.start || weights[b.severity] - weights[a.severity] || a.rule.localeCompare(b.rule)
