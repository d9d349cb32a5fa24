import { visible } from '@codeword/core'
import type { Fault } from '@codeword/twilio'
import { type Outcome, outcomeText, verdictOf } from './outcome.ts'
import type { PlannedMessage } from './plan.ts'

/** What would be sent: the exact text of each message, and what it takes. */
export function planText(plan: readonly PlannedMessage[], price: number | undefined): string {
  const rows = plan.map(({ who, text, predicted: { segments, units, encoding } }) => {
    const size = `${segments === 1 ? '1 segment' : `${segments} segments`}, ${units} units, ${encoding}`
    return `${visible(who)}: ${size}\n${text
      .split('\n')
      .map((line) => `  │ ${visible(line)}`)
      .join('\n')}\n`
  })
  const total = plan.reduce((sum, { predicted }) => sum + predicted.segments, 0)
  const cost = price === undefined ? '' : `, ${(total * price).toFixed(4)} at ${price} a segment`
  const messages = plan.length === 1 ? '1 message' : `${plan.length} messages`
  return `${rows.join('\n')}\n${messages}, ${total} ${total === 1 ? 'segment' : 'segments'}${cost}\n`
}

/** For programs; texts contain the fake code. */
export const planJson = (plan: readonly PlannedMessage[]): object => ({
  version: 1,
  sent: false,
  messages: plan.map(plannedJson),
})

export const outcomesJson = (
  outcomes: readonly Outcome[],
  describe: (fault: Fault) => string,
): object => ({
  version: 1,
  sent: true,
  messages: outcomes.map((outcome) => {
    const { result, followed, planned } = outcome
    const { sid, status, segments, errorCode } =
      result.state === 'sent' ? (followed?.receipt ?? result.receipt) : {}
    return {
      ...plannedJson(planned),
      verdict: verdictOf(outcome),
      ...(sid !== undefined && { sid, status }),
      ...(segments !== undefined && { segments }),
      ...(errorCode !== undefined && { errorCode }),
      message: outcomeText(outcome, describe),
    }
  }),
})

const plannedJson = ({ value, text, predicted }: PlannedMessage): object => ({
  value,
  text,
  predicted: {
    encoding: predicted.encoding,
    units: predicted.units,
    segments: predicted.segments,
  },
})
