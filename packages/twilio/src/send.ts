import { setTimeout as pause } from 'node:timers/promises'
import type { ApiResult, ListedMessage, TwilioApi } from './api.ts'
import type { Fault } from './fault.ts'
import type { Begun, Journal } from './journal.ts'
import type { OutgoingMessage, Receipt } from './message.ts'

export type SendResult =
  | { readonly state: 'sent'; readonly receipt: Receipt; readonly found?: true }
  | { readonly state: 'not-sent'; readonly fault: Fault }
  /** It may have been sent. `earlier`: by a run that was killed. */
  | { readonly state: 'unknown'; readonly fault?: Fault; readonly earlier?: string }

export interface SendOptions {
  readonly api: TwilioApi
  readonly journal: Journal
  /** Of the message; see `fingerprint`. */
  readonly fingerprint: string
  /** Waits so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>
  /** From 0 to 1. */
  readonly random?: () => number
}

/** How often a request that was not processed is made again. */
const mostAttempts = 5
/** How often Twilio is asked for a message that may have been sent; its list may lag. */
const lookups = 3
/** Milliseconds before the first of them. */
const firstPause = 500
/** Milliseconds: nobody waits longer for one attempt. */
const longestPause = 30_000

/**
 * Sends a message at most once. Only what Twilio cannot have processed is tried again: too many requests, and no
 * connection. After any other failure it is looked for among the messages of the account, and never sent again.
 */
export async function sendOnce(
  message: OutgoingMessage,
  options: SendOptions,
): Promise<SendResult> {
  const { api, journal, fingerprint } = options
  const killed = journal.open(fingerprint)
  if (killed) return resume(killed, message, options)
  const before = await sidsTo(message.to, api)
  const begun = journal.begin({ message: fingerprint, ...(before && { before }) })
  const result = await attempts(message, options)
  if (result.ok) return sent(begun, result.value, options)
  const { fault } = result
  if (fault.kind !== 'unclear') {
    journal.end(begun, { state: 'not-sent' })
    return { state: 'not-sent', fault }
  }
  const receipt = await lookUp(begun, message, options)
  if (receipt) return { ...sent(begun, receipt, options), found: true }
  journal.end(begun, { state: 'unknown' })
  return { state: 'unknown', fault }
}

/** A message of a run that was killed later. */
export async function sentBefore(sid: string, api: TwilioApi): Promise<SendResult> {
  const fetched = await api.fetch(sid)
  return {
    state: 'sent',
    receipt: fetched.ok ? fetched.value : { sid, status: 'sent' },
    found: true,
  }
}

async function resume(
  killed: Begun,
  message: OutgoingMessage,
  options: SendOptions,
): Promise<SendResult> {
  const receipt = await lookUp(killed, message, options)
  if (receipt) return { ...sent(killed, receipt, options), found: true }
  options.journal.end(killed, { state: 'unknown' })
  return { state: 'unknown', earlier: killed.at }
}

function sent(
  begun: Begun,
  receipt: Receipt,
  { journal }: SendOptions,
): { readonly state: 'sent'; readonly receipt: Receipt } {
  journal.end(begun, { state: 'sent', sid: receipt.sid })
  return { state: 'sent', receipt }
}

/** Exponential, with full jitter: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/ */
async function attempts(
  message: OutgoingMessage,
  { api, wait = pause, random = Math.random }: SendOptions,
): Promise<ApiResult<Receipt>> {
  for (let attempt = 1; ; attempt++) {
    const result = await api.create(message)
    if (result.ok || attempt === mostAttempts) return result
    const { kind, retryAfter = 0 } = result.fault
    if (kind !== 'busy' && kind !== 'unreached') return result
    const backoff = random() * firstPause * 2 ** attempt
    await wait(Math.min(Math.max(retryAfter, backoff), longestPause))
  }
}

/** @returns undefined where Twilio does not say */
async function sidsTo(to: string, api: TwilioApi): Promise<readonly string[] | undefined> {
  const listed = await api.list(to)
  return listed.ok ? listed.value.map(({ sid }) => sid) : undefined
}

/** The message with this text that was not there before. */
async function lookUp(
  { before }: Begun,
  { to, body }: OutgoingMessage,
  { api, wait = pause }: SendOptions,
): Promise<Receipt | undefined> {
  if (before === undefined) return undefined
  for (let turn = 0; turn < lookups; turn++) {
    await wait(firstPause * 2 ** turn)
    const listed = await api.list(to)
    const found = listed.ok
      ? listed.value.find((one) => one.body === body && !before.includes(one.sid))
      : undefined
    if (found) return withoutBody(found)
  }
  return undefined
}

const withoutBody = ({ body: _, ...receipt }: ListedMessage): Receipt => receipt
