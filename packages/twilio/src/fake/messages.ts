import { randomBytes } from 'node:crypto'
import { segment } from '@codeword/core'

/** A message that the fake has taken. */
export interface FakeMessage {
  readonly sid: string
  readonly to: string
  readonly from: string | null
  readonly service: string | null
  readonly body: string
  readonly created: Date
  readonly callback: string | null
  /** How many steps of its way it has gone. */
  step: number
}

/** The way of a message, a step each time that somebody asks for it. */
const way = ['queued', 'sending', 'sent', 'delivered'] as const

export const takeMessage = (form: URLSearchParams): FakeMessage => ({
  sid: `SM${randomBytes(16).toString('hex')}`,
  to: form.get('To')!,
  from: form.get('From'),
  service: form.get('MessagingServiceSid'),
  body: form.get('Body') ?? '',
  created: new Date(),
  callback: form.get('StatusCallback'),
  step: 0,
})

/** @returns whether there was one left */
export function advance(message: FakeMessage): boolean {
  if (message.step === way.length - 1) return false
  message.step++
  return true
}

/** A messaging service has no sender at first. */
export const statusOf = ({ step, service }: FakeMessage): string =>
  step === 0 && service !== null ? 'accepted' : way[step]!

/** The resource as Twilio's document describes it: `api.v2010.account.message`. */
export function messageJson(message: FakeMessage, accountSid: string): object {
  const { sid, to, from, service, body, created, step } = message
  const isWaiting = step === 0 && service !== null
  const path = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    date_created: created.toUTCString().replace('GMT', '+0000'),
    date_sent: step >= 2 ? new Date().toUTCString().replace('GMT', '+0000') : null,
    date_updated: created.toUTCString().replace('GMT', '+0000'),
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: from ?? (isWaiting ? null : '+15005550006'),
    messaging_service_sid: service,
    num_media: '0',
    num_segments: isWaiting ? '0' : String(segment(body).segments),
    price: null,
    price_unit: 'USD',
    sid,
    status: statusOf(message),
    subresource_uris: { media: `${path}/Media.json` },
    to,
    uri: `${path}.json`,
  }
}
