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
): readonly Diagnostic[] =>
  diagnose(rules, severities, (rule) => (rule.on === 'template' ? rule.check(context) : []))

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
): readonly Diagnostic[] =>
  rules
    .filter((rule) => severities[rule.name] !== 'off')
    .flatMap((rule) => Array.from(check(rule), (found) => diagnostic(rule, found, severities)))

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
