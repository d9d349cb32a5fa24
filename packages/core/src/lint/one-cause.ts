import { overlapping } from '../text/overlapping.ts'
import type { Finding, Severity } from './diagnostic.ts'
import type { TemplateRule } from './rule.ts'
import { type Severities, severityOf } from './severity.ts'

/**
 * One cause, one finding: makes the question what a rule finds, without what the rules that it yields to
 * say better. Each rule is asked once.
 * @param check what a rule finds by itself
 */
export function oneCauseOneFinding(
  check: (rule: TemplateRule) => readonly Finding[],
  severities: Severities,
): (rule: TemplateRule) => readonly Finding[] {
  const known = new Map<TemplateRule, readonly Finding[]>()
  const findings = (rule: TemplateRule): readonly Finding[] => {
    let found = known.get(rule)
    if (found === undefined) {
      found = check(rule)
      if (found.length > 0 && rule.yieldsTo !== undefined)
        found = untold(found, rule.yieldsTo.flatMap(heard))
      known.set(rule, found)
    }
    return found
  }
  const heard = (rule: TemplateRule): readonly Finding[] =>
    findings(rule).filter((finding) => isHeard(rule, finding, severities[rule.name]))
  return findings
}

/**
 * Whoever turns a warning off has judged its cause; an error that is turned off, or down, must not take with
 * it what another rule says of the cause.
 */
const isHeard = (rule: TemplateRule, finding: Finding, configured?: Severity | 'off'): boolean =>
  severityOf(rule, finding) !== 'error' ||
  (configured !== 'off' && severityOf(rule, finding, configured) === 'error')

/** The findings of whose cause no other one speaks. */
function untold(found: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const isTold = overlapping(others)
  const isToldAsLost = overlapping(others.filter(({ lost }) => lost !== undefined))
  return found.filter(
    ({ start, end, causes = [{ start, end }], lost }) =>
      !causes.some(lost === undefined ? isTold : isToldAsLost),
  )
}
