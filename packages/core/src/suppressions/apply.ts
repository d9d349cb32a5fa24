import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { fingerprinted } from '../report/fingerprint.ts'
import type { SuppressionEntry } from './suppressions.ts'

/** Findings of one kind in one file. */
export type FoundKind = Pick<SuppressionEntry, 'rule' | 'fingerprint' | 'count'>

export interface Applied {
  /** The report without what is suppressed. */
  readonly report: FileReport
  /** Everything that was found, suppressed or not. */
  readonly found: readonly FoundKind[]
}

/**
 * Takes known findings out of the report on one file: of each kind as many as its entries count, the first ones.
 * @param entries those for this file
 */
export function applySuppressions(
  report: FileReport,
  entries: readonly SuppressionEntry[],
): Applied {
  const accepted = new Map<string, number>()
  for (const { rule, fingerprint, count } of entries) {
    const kind = kindOf(rule, fingerprint)
    accepted.set(kind, (accepted.get(kind) ?? 0) + count)
  }
  const found = new Map<string, FoundKind>()
  const kept: Diagnostic[] = []
  for (const { diagnostic, fingerprint: numbered } of fingerprinted(report)) {
    const { rule } = diagnostic
    const [fingerprint = ''] = numbered.split(':')
    const kind = kindOf(rule, fingerprint)
    const count = (found.get(kind)?.count ?? 0) + 1
    found.set(kind, { rule, fingerprint, count })
    if (count > (accepted.get(kind) ?? 0)) kept.push(diagnostic)
  }
  return { report: { ...report, diagnostics: kept }, found: [...found.values()] }
}

/** Tells kinds of findings in one file apart. */
export const kindOf = (rule: string, fingerprint: string): string => `${rule} ${fingerprint}`
