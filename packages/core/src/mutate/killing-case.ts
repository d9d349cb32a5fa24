import type { MessageFault } from '../fixture/message-fault.ts'
import type { Variables } from '../render/compile.ts'

/** A case that no fixture has yet. */
export interface KillingCase {
  /** What the language variable gets; null: nothing. */
  readonly value: string | null
  /** Beside those that all cases share. */
  readonly variables?: Variables
  /** Whether clients are known to send the value. */
  readonly realistic: boolean
  /** What is wrong with its message from the template itself: no fixture should keep that as what is due. */
  readonly fault?: MessageFault
}

/** To sort values by, the simplest first: no header is shorter than any. */
export const lengthOf = (value: string | null): number => value?.length ?? -1
