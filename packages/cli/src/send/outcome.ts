import { segment, smartEncode } from '@codeword/core'
import type { Fault, Followed, SendResult } from '@codeword/twilio'
import type { PlannedMessage } from './plan.ts'

/** What became of a planned message. */
export interface Outcome {
  readonly planned: PlannedMessage
  readonly result: SendResult
  /** Of a message that was sent. */
  readonly followed?: Followed
}

/** What people and programs are told; see `outcomeText`. */
export type Verdict =
  /** It arrived, or is on its way, and was billed as predicted. */
  | 'as-predicted'
  /** It was billed otherwise. */
  | 'other-segments'
  /** It did not arrive. */
  | 'undelivered'
  /** Twilio has not said what it takes. */
  | 'uncounted'
  | 'not-sent'
  | 'unknown'

export function verdictOf({ planned, result, followed }: Outcome): Verdict {
  if (result.state !== 'sent') return result.state
  const { status, segments, errorCode } = followed?.receipt ?? result.receipt
  if (errorCode !== undefined || status === 'undelivered' || status === 'failed')
    return 'undelivered'
  if (segments === undefined) return 'uncounted'
  return segments === planned.predicted.segments ? 'as-predicted' : 'other-segments'
}

/** One line. The words of faults come from `describe`, which is loaded with Twilio's package. */
export function outcomeText(outcome: Outcome, describe: (fault: Fault) => string): string {
  const { planned, result, followed } = outcome
  const { who, text, predicted } = planned
  const verdict = verdictOf(outcome)
  if (result.state === 'not-sent') return `${who}: not sent: ${describe(result.fault)}`
  if (result.state === 'unknown') {
    const why = result.fault ? describe(result.fault) : `a run of ${result.earlier} was interrupted`
    return `${who}: it may have been sent, and is not sent again: ${why}. Look at the messages of your account`
  }
  const { receipt } = followed ?? result
  const found = result.found ? ', found among the messages of the account' : ''
  const last = followed?.fault ? `; no more is told: ${describe(followed.fault)}` : ''
  const state = `${who}: ${receipt.status}${found}${last}`
  if (verdict === 'undelivered') {
    const fault = { kind: 'refused', code: receipt.errorCode ?? 30008 } as const
    return `${state}: ${describe(fault)}`
  }
  if (verdict === 'uncounted') return `${state}; predicted ${counted(predicted.segments)}`
  if (verdict === 'as-predicted') return `${state}, ${counted(predicted.segments)} as predicted`
  const isSmart = segment(smartEncode(text)).segments === receipt.segments
  const reason = isSmart ? ': Smart Encoding is on' : ''
  return `${state}, ${counted(receipt.segments!)} billed, ${counted(predicted.segments)} predicted${reason}`
}

const counted = (segments: number): string =>
  segments === 1 ? '1 segment' : `${segments} segments`
