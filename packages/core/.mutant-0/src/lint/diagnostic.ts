import type { Witness } from '../decide/analysis.ts'
import type { Edit, Span } from '../text/span.ts'

export type Severity = 'error' | 'warning' | 'info'

export interface Fix {
  readonly title: string
  /** True only where the message changes for no value outside the finding's broken class. */
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** What a rule reports: offsets are those of the text that it was given. */
export interface Finding extends Span {
  readonly message: string
  readonly witness?: Witness
  readonly fixes?: readonly Fix[]
  /** Set where this finding weighs less (or more) than its rule does by default. */
  readonly severity?: Severity
  /** Stands on proof rules only: true when decided for the whole domain, false when found by search. */
  readonly proved?: boolean
}

export interface Diagnostic extends Finding {
  readonly rule: string
  readonly severity: Severity
}
