import type { Sender } from '@codeword/twilio'
import { Failure } from '../failure.ts'
import type { Values } from '../options.ts'

/** Loads Twilio's client with what is around it; only live checks need it, and who does none may leave it out. */
export type LoadTwilio = () => Promise<typeof import('@codeword/twilio')>

export const senderOptions = {
  from: { value: 'SENDER', summary: 'the number or name that sends' },
  'messaging-service': { value: 'SID', summary: 'the messaging service that sends' },
} as const

/**
 * Who sends, by exactly one of the two options.
 * @throws Failure that does not repeat a number
 */
export function senderOf(
  command: string,
  { from, 'messaging-service': service }: Values<typeof senderOptions>,
  twilio: Awaited<ReturnType<LoadTwilio>>,
): Sender {
  if ((from === undefined) === (service === undefined))
    throw new Failure(`${command}: who sends it? Give --from or --messaging-service`)
  const sender = from === undefined ? twilio.serviceFrom(service!) : twilio.senderFrom(from)
  if (!('problem' in sender)) return sender
  throw new Failure(`${from === undefined ? '--messaging-service' : '--from'}: ${sender.problem}`)
}
