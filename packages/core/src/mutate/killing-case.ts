import type { Variables } from '../render/compile.ts'

/** A case that no fixture has yet. */
export interface KillingCase {
  /** What the language variable gets; null: nothing. */
  readonly value: string | null
  /** Beside those that all cases share. */
  readonly variables?: Variables
  /** Whether clients are known to send the value. */
  readonly realistic: boolean
  /** What the template makes of it, and the mutant; undefined: nothing, since Liquid stops. */
  readonly before: string | undefined
  readonly after: string | undefined
}
