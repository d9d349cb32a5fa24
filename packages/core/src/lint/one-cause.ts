import { overlapping } from '../text/overlapping.ts'
import type { Finding } from './diagnostic.ts'
import type { Rule, TemplateRule } from './rule.ts'
import { type Severities, severityOf } from './severity.ts'

/**
 * One cause, one finding: makes the question what a rule finds, without what the rules that it yields to
 * say better. Each rule is asked once.
 *
 * Whoever turns a warning off has judged its cause; an error that is turned off, or down, must not take
 * with it what another rule says of the cause.
 */
export function oneCauseOneFinding(
  check: (rule: TemplateRule) => readonly Finding[],
  severities: Severities,
): (rule: TemplateRule) => readonly Finding[] {
  const known = new Map<Rule, readonly Finding[]>()
  const findings = (rule: TemplateRule): readonly Finding[] => {
    let found = known.get(rule)
    if (found === undefined) {
      const all = check(rule)
      found = all.length === 0 || rule.yieldsTo === undefined ? all : untold(all, rule.yieldsTo)
      known.set(rule, found)
    }
    return found
  }
  const untold = (
    all: readonly Finding[],
    yieldsTo: readonly TemplateRule[],
  ): readonly Finding[] => {
    const told = yieldsTo.flatMap((rule) => findings(rule).filter(isHeard(rule)))
    const isTold = overlapping(told)
    const isToldAsLost = overlapping(told.filter(({ lost }) => lost !== undefined))
    return all.filter(
      ({ start, end, causes = [{ start, end }], lost }) =>
        !causes.some(lost === undefined ? isTold : isToldAsLost),
    )
  }
  const isHeard = (rule: TemplateRule): ((finding: Finding) => boolean) => {
    const configured = severities[rule.name]
    return (finding) =>
      severityOf(rule, finding) !== 'error' ||
      (configured !== 'off' && severityOf(rule, finding, configured) === 'error')
  }
  return findings
}
