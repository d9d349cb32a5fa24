import type { Analysis, Breach, LanguageCause, Witness } from '../../decide/analysis.ts'
import { domainNames } from '../../language/domain.ts'
import { customer } from '../../lint/customer.ts'
import type { Finding, Severity } from '../../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../../lint/rule.ts'

/** The breaches of the kind that a rule is named after, worded by `say`, as findings with their witness and with what `more` says. */
export function findingsOf(
  context: TemplateContext,
  { name, severity }: TemplateRule,
  say: (breach: Breach, analysis: Analysis) => string,
  more?: (breach: Breach, analysis: Analysis) => Pick<Finding, 'causes' | 'lost' | 'fixes'>,
): readonly Finding[] {
  const analysis = context.analysis()
  if (analysis === undefined) return []
  return analysis.breaches
    .filter(({ kind }) => kind === name)
    .map((breach) => ({
      ...findingAt(breach, severity, say(breach, analysis), analysis),
      ...more?.(breach, analysis),
    }))
}

/** What was found with a witness, as a finding. */
export const findingAt = (
  { site, witness }: Breach | LanguageCause,
  rule: Severity,
  message: string,
  analysis: Analysis,
): Finding => ({
  start: site.start,
  end: site.end,
  message,
  witness,
  severity: severityFor(rule, witness, analysis),
  proved: analysis.method === 'proof',
})

/**
 * A fault that only contrived values show weighs less: real clients keep the rule's severity, any
 * well-formed header at most warns, any string at all (or one outside the required domain) informs.
 */
function severityFor(rule: Severity, witness: Witness, analysis: Analysis): Severity {
  const beyond = domainNames.indexOf(witness.domain) > domainNames.indexOf(analysis.domain)
  if (witness.domain === 'any' || beyond) return 'info'
  return witness.domain === 'header' && rule === 'error' ? 'warning' : rule
}

/** Whom a breach hits, as the subject of a sentence. */
export const whoGets = (analysis: Analysis, { value }: Witness): string =>
  analysis.outcomes.length === 1 ? 'Everybody' : customer(value)
