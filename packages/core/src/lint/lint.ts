import type { Template } from '../syntax/tree.ts'
import type { Diagnostic, Finding, Severity } from './diagnostic.ts'
import type { ConnectionContext, Rule, TemplateContext } from './rule.ts'

/** `name → off | info | warning | error`; rules that are not named keep their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/**
 * Runs the template rules over one template.
 * @returns diagnostics with offsets of the template's own text, rule by rule
 */
export const lintTemplate = (
  context: TemplateContext,
  rules: readonly Rule[],
  severities: Severities = {},
): readonly Diagnostic[] => {
  const plain = isPlain(context.template)
  const silenced = new Set(Object.keys(severities).filter((name) => severities[name] === 'off'))
  const heard = { ...context, silenced }
  return diagnose(rules, severities, (rule) =>
    rule.on === 'template' && !(plain && rule.aboutLiquid) ? rule.check(heard) : [],
  )
}

/** Whether there is no Liquid that half of all rules could speak of. */
const isPlain = ({ nodes, errors }: Template): boolean =>
  errors.length === 0 && nodes.every(({ type }) => type === 'text' || type === 'placeholder')

/**
 * Runs the connection rules over one connection.
 * @returns diagnostics with offsets of the host file, rule by rule
 */
export const lintConnection = (
  context: ConnectionContext,
  rules: readonly Rule[],
  severities: Severities = {},
): readonly Diagnostic[] =>
  diagnose(rules, severities, (rule) => (rule.on === 'connection' ? rule.check(context) : []))

const diagnose = (
  rules: readonly Rule[],
  severities: Severities,
  check: (rule: Rule) => Iterable<Finding>,
): readonly Diagnostic[] => {
  const found: Diagnostic[] = []
  for (const rule of rules)
    if (severities[rule.name] !== 'off')
      for (const finding of some(check(rule))) found.push(diagnostic(rule, finding, severities))
  return found
}

/** A rule that finds more than this in one template has said enough. */
const most = 100

function some(findings: Iterable<Finding>): readonly Finding[] {
  const all = [...findings]
  const last = all[most - 1]
  if (last === undefined || all.length === most) return all
  const more = `${last.message} (and ${all.length - most} more like this)`
  return [...all.slice(0, most - 1), { ...last, message: more }]
}

const weights: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** A finding's own severity may lower a configured one (its witness is far-fetched), never raise it. */
function diagnostic(rule: Rule, finding: Finding, severities: Severities): Diagnostic {
  const configured = severities[rule.name] as Severity | undefined
  const own = finding.severity ?? rule.severity
  const lowered = finding.severity !== undefined && configured !== undefined
  const severity = lowered ? lighter(own, configured) : (configured ?? own)
  return { ...finding, rule: rule.name, severity }
}

const lighter = (a: Severity, b: Severity): Severity => (weights[a] < weights[b] ? a : b)

/** Source order; at the same place the heavier finding first. */
export const inSourceOrder = (a: Diagnostic, b: Diagnostic): number =>
  a.start - b.start || weights[b.severity] - weights[a.severity] || a.rule.localeCompare(b.rule)
