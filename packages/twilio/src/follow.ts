import { setTimeout as pause } from 'node:timers/promises'
import type { TwilioApi } from './api.ts'
import type { Fault } from './fault.ts'
import { isFinal, type Receipt } from './message.ts'

export interface FollowOptions {
  /** Milliseconds until nobody waits any longer. */
  readonly patience: number
  /** Is told of each status that is another than before. */
  readonly tell?: (receipt: Receipt) => void
  readonly wait?: (milliseconds: number) => Promise<unknown>
  /** Milliseconds from any start. */
  readonly now?: () => number
}

export interface Followed {
  /** The last that is known. */
  readonly receipt: Receipt
  readonly final: boolean
  /** Why Twilio did not say more: test credentials may only send. */
  readonly fault?: Fault
}

const firstPause = 500
const longestPause = 5_000

/** Asks for the status of a message until it is its last. What cannot be read is asked for again. */
export async function follow(
  api: TwilioApi,
  first: Receipt,
  { patience, tell = () => {}, wait = pause, now = () => performance.now() }: FollowOptions,
): Promise<Followed> {
  const end = now() + patience
  let receipt = first
  for (let pauseFor = firstPause; ; pauseFor = Math.min(pauseFor * 1.5, longestPause)) {
    // Twilio counts the segments of a messaging service's message late.
    if (isFinal(receipt) && receipt.segments !== undefined) return { receipt, final: true }
    if (now() + pauseFor > end) return { receipt, final: isFinal(receipt) }
    await wait(pauseFor)
    const result = await api.fetch(receipt.sid)
    if (!result.ok && result.fault.kind === 'refused')
      return { receipt, final: isFinal(receipt), fault: result.fault }
    if (!result.ok) continue
    if (result.value.status !== receipt.status) tell(result.value)
    receipt = result.value
  }
}
