import type { Finding, Severity } from './diagnostic.ts'
import type { Rule } from './rule.ts'

/** `name → off | info | warning | error`; rules that are not named keep their own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** The heaviest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

export const weights: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/**
 * What a finding weighs: its own severity may lower a configured one (its witness is far-fetched), never
 * raise it.
 */
export function severityOf(rule: Rule, finding: Finding, configured?: Severity): Severity {
  if (configured === undefined) return finding.severity ?? rule.severity
  return finding.severity === undefined ? configured : lighter(finding.severity, configured)
}

const lighter = (a: Severity, b: Severity): Severity => (weights[a] < weights[b] ? a : b)
