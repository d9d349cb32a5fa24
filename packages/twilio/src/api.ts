import { isUnreached } from '@codeword/core/node'
import type { Credentials } from './credentials.ts'
import type { Fault } from './fault.ts'
import type { OutgoingMessage, Receipt, Sender } from './message.ts'

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }

/** A message of the account, as it is listed. */
export interface ListedMessage extends Receipt {
  readonly body: string
}

/** The part of Twilio's API that is needed. Nothing is retried, nothing throws, nothing secret comes out. */
export interface TwilioApi {
  readonly create: (message: OutgoingMessage) => Promise<ApiResult<Receipt>>
  readonly fetch: (sid: string) => Promise<ApiResult<Receipt>>
  /** The newest messages to a number. */
  readonly list: (to: string) => Promise<ApiResult<readonly ListedMessage[]>>
  /** `active`, `suspended` or `closed`. */
  readonly account: () => Promise<ApiResult<string>>
  /** Whether the account has a number that can send texts, or a service; names belong to nobody. */
  readonly has: (sender: Sender) => Promise<ApiResult<boolean>>
}

export interface ApiOptions {
  /** Where to ask instead of Twilio: the fake's address. */
  readonly endpoint?: string
  /** Milliseconds for one request; 30,000 if absent. */
  readonly timeout?: number
}

const newest = 50

/** Twilio's API over its own client, which is loaded here and nowhere else. */
export async function twilioApi(
  { accountSid, username, password }: Credentials,
  { endpoint, timeout = 30_000 }: ApiOptions = {},
): Promise<TwilioApi> {
  const { default: twilio } = await import('twilio')
  let retryAfter: number | undefined
  const inner = new twilio.RequestClient({ timeout })
  const request: typeof inner.request = async (options) => {
    retryAfter = undefined
    const { pathname, search } = new URL(options.uri)
    const uri = endpoint === undefined ? options.uri : endpoint + pathname + search
    const response = await inner.request({ ...options, uri, timeout } as typeof options)
    retryAfter = delayIn(response.headers?.['retry-after'])
    return response
  }
  const httpClient = { request } as typeof inner
  const client = twilio(username, password, { accountSid, httpClient })
  const asked = async <T>(ask: () => Promise<T>): Promise<ApiResult<T>> => {
    try {
      return { ok: true, value: await ask() }
    } catch (error) {
      return { ok: false, fault: faultFrom(error, retryAfter) }
    }
  }
  return {
    create: ({ to, from, body }) =>
      asked(async () => {
        const sender =
          from.kind === 'service' ? { messagingServiceSid: from.value } : { from: from.value }
        return receiptFrom(await client.messages.create({ to, body, ...sender }))
      }),
    fetch: (sid) => asked(async () => receiptFrom(await client.messages(sid).fetch())),
    list: (to) =>
      asked(async () => {
        const messages = await client.messages.list({ to, limit: newest })
        return messages.map((one) => ({ ...receiptFrom(one), body: one.body }))
      }),
    account: () =>
      asked(async () => {
        const { status } = await client.api.v2010.accounts(accountSid).fetch()
        if (typeof status !== 'string') throw new Error('no account')
        return status
      }),
    has: ({ kind, value }) =>
      asked(async () => {
        if (kind === 'service') return isThere(() => client.messaging.v1.services(value).fetch())
        if (kind !== 'number') return true
        const numbers = await client.incomingPhoneNumbers.list({ phoneNumber: value, limit: 1 })
        return numbers.some(({ capabilities }) => capabilities.sms)
      }),
  }
}

async function isThere(fetch: () => Promise<unknown>): Promise<boolean> {
  try {
    await fetch()
    return true
  } catch (error) {
    if ((error as { readonly status?: unknown }).status === 404) return false
    throw error
  }
}

interface TwilioMessage {
  readonly sid: string
  readonly status: string
  readonly numSegments: string
  readonly errorCode: number | null
}

/** @throws where the answer is none of Twilio's: a proxy's page, say */
function receiptFrom({ sid, status, numSegments, errorCode }: TwilioMessage): Receipt {
  if (!/^(?:SM|MM)[0-9a-fA-F]{32}$/.test(sid ?? '')) throw new Error('no message')
  const segments = Number(numSegments)
  return {
    sid,
    status,
    ...(segments > 0 && { segments }),
    ...(typeof errorCode === 'number' && { errorCode }),
  }
}

/**
 * What an error of Twilio's client says. Nothing else of it is kept: it carries the credentials, the number and the
 * text, in its request and its message.
 */
function faultFrom(error: unknown, retryAfter: number | undefined): Fault {
  const { status, code } = (error ?? {}) as { readonly status?: unknown; readonly code?: unknown }
  if (typeof code === 'string') {
    const system = /^[A-Z_]{1,40}$/.test(code) ? code : 'unknown'
    return { kind: isUnreached(code) ? 'unreached' : 'unclear', system }
  }
  if (typeof status !== 'number') return { kind: 'unclear' }
  const known = { status, ...(typeof code === 'number' && { code }) }
  if (status === 429)
    return { kind: 'busy', ...known, ...(retryAfter !== undefined && { retryAfter }) }
  return { kind: status >= 400 && status < 500 ? 'refused' : 'unclear', ...known }
}

/** Milliseconds in `Retry-After`: seconds or a date (RFC 9110 §10.2.3). */
function delayIn(header: unknown): number | undefined {
  if (typeof header !== 'string' || header === '') return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined
}
