import type { Witness } from '../decide/analysis.ts'
import type { Edit, Span } from '../text/span.ts'

export type Severity = 'error' | 'warning' | 'info'

export interface Fix {
  readonly title: string
  /** True only where the message changes for no value outside the finding's broken class. */
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** What people read of a finding. */
export interface Statement extends Span {
  readonly message: string
  readonly witness?: Witness
  readonly fixes?: readonly Fix[]
  /** Stands on proof rules only: true when decided for the whole domain, false when found by search. */
  readonly proved?: boolean
}

/** What a rule reports: offsets are those of the text that it was given. */
export interface Finding extends Statement {
  /** Set where this finding weighs less (or more) than its rule does by default. */
  readonly severity?: Severity
  /** Where its cause may stand, if not at its own place: a rule that its own rule yields to may name it there. */
  readonly causes?: readonly Span[]
  /** Set where customers miss the code: the same cause is only what costs them the code too. */
  readonly lost?: 'code'
}

export interface Diagnostic extends Statement {
  readonly rule: string
  readonly severity: Severity
}
