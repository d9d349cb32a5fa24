import type { PlacedMistakes } from '../source/checked-document.ts'

/** What a suppressions file holds. */
export interface Suppressions {
  /** Where its schema stands, if it says so. */
  readonly $schema?: string
  readonly version: 1
  readonly suppressions: readonly SuppressionEntry[]
}

/** Findings of one kind in one file that are known and accepted. */
export interface SuppressionEntry {
  /** From the folder of the suppressions file, with forward slashes. */
  readonly file: string
  readonly rule: string
  /** Of the rule and the source at the finding; it stays when lines are added above. */
  readonly fingerprint: string
  readonly count: number
  readonly reason?: string
}

export type SuppressionsResult =
  | { readonly ok: true; readonly value: Suppressions }
  | { readonly ok: false; readonly mistakes: PlacedMistakes }
