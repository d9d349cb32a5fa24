import {
  faultScript,
  type LoopbackReply,
  type LoopbackRequest,
  loopbackServer,
  type ScriptedFault,
} from '@codeword/core/node'
import { accountJson, accountPath, numbersJson, serviceJson } from './account.ts'
import { callBack } from './callback.ts'
import { advance, type FakeMessage, messageJson, takeMessage } from './messages.ts'
import { type Refusal, refusalOf } from './refusals.ts'

export { type FaultName, faultNames, type ScriptedFault } from '@codeword/core/node'
export type { FakeMessage } from './messages.ts'

/** What Twilio can be asked for. */
export type Step = 'create' | 'fetch' | 'list' | 'account' | 'numbers' | 'service'

export interface FakeOptions {
  readonly accountSid: string
  readonly authToken: string
  /** The numbers of the account that can send texts; Twilio's own test number if absent. */
  readonly numbers?: readonly string[]
  /** The SIDs of its messaging services; `MG` and 32 zeros if absent. */
  readonly services?: readonly string[]
  /** 0: any that is free. */
  readonly port?: number
  readonly faults?: readonly ScriptedFault<Step>[]
  /** Is told of each message that is taken. */
  readonly tell?: (message: FakeMessage) => void
  /** How often a callback comes; more than once, as Twilio's may. */
  readonly callbacks?: number
}

export interface FakeTwilio {
  /** `http://127.0.0.1:…`, to be used as an endpoint. */
  readonly address: string
  /** What was taken, the oldest first. */
  readonly messages: readonly FakeMessage[]
  /** How often each step was asked for. */
  readonly asked: Readonly<Record<Step, number>>
  readonly close: () => Promise<void>
}

/**
 * A server on this machine that answers like Twilio's API for messages: credentials, forms, magic numbers, limits,
 * segments by the standard, a status that goes on each time it is asked for, signed callbacks, and whatever faults
 * it is told. Nothing leaves the machine.
 */
export async function fakeTwilio(options: FakeOptions): Promise<FakeTwilio> {
  const { accountSid, authToken, port = 0, callbacks = 1, faults = [] } = options
  const { numbers = ['+15005550006'], services = [`MG${'0'.repeat(32)}`] } = options
  const messages: FakeMessage[] = []
  const asked = { create: 0, fetch: 0, list: 0, account: 0, numbers: 0, service: 0 }
  const right = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const account = accountPath(accountSid)
  const root = `${account}/Messages`
  const faultOf = faultScript(faults)

  const { address, close } = await loopbackServer(port, excuses, (request) => {
    const sid = /\/((?:SM|MG)[0-9a-f]{32})(?:\.json)?$/.exec(request.path)?.[1]
    const step = stepOf(request, account, sid)
    if (request.headers.authorization !== right) return { reply: () => refused(strange) }
    if (step === undefined) return { reply: () => refused(missing) }
    asked[step]++
    return { fault: faultOf(step), reply: () => done(step, request, sid) }
  })

  function done(
    step: Step,
    { body, query }: LoopbackRequest,
    sid: string | undefined,
  ): LoopbackReply {
    if (step === 'create') return create(new URLSearchParams(body))
    if (step === 'list') return { status: 200, body: listed(query) }
    if (step === 'account') return { status: 200, body: accountJson(accountSid) }
    if (step === 'numbers')
      return { status: 200, body: numbersJson(accountSid, numbers, query.get('PhoneNumber')) }
    if (step === 'service')
      return services.includes(sid!)
        ? { status: 200, body: serviceJson(accountSid, sid!) }
        : refused(missing)
    const message = messages.find((one) => one.sid === sid)
    if (message === undefined) return refused(missing)
    if (advance(message)) tell(message)
    return { status: 200, body: messageJson(message, accountSid) }
  }

  function create(form: URLSearchParams): LoopbackReply {
    const refusal = refusalOf(form)
    if (refusal) return refused(refusal)
    const message = takeMessage(form)
    messages.push(message)
    options.tell?.(message)
    tell(message)
    return { status: 201, body: messageJson(message, accountSid) }
  }

  function tell(message: FakeMessage): void {
    for (let time = 0; time < callbacks; time++) callBack(message, accountSid, authToken)
  }

  function listed(query: URLSearchParams): object {
    const to = query.get('To')
    const size = Math.min(Number(query.get('PageSize') ?? 50), 1000)
    const found = messages.filter((one) => to === null || one.to === to).toReversed()
    const uri = `${root}.json?PageSize=${size}&Page=0`
    return {
      messages: found.slice(0, size).map((one) => messageJson(one, accountSid)),
      first_page_uri: uri,
      next_page_uri: null,
      previous_page_uri: null,
      uri,
      page: 0,
      page_size: size,
      start: 0,
      end: Math.max(Math.min(found.length, size) - 1, 0),
    }
  }

  return { address, messages, asked, close }
}

function stepOf(
  { method, path }: LoopbackRequest,
  account: string,
  sid: string | undefined,
): Step | undefined {
  if (path === `${account}/Messages.json` && method === 'POST') return 'create'
  if (method !== 'GET') return undefined
  if (path === `${account}/Messages.json`) return 'list'
  if (path === `${account}.json`) return 'account'
  if (path === `${account}/IncomingPhoneNumbers.json`) return 'numbers'
  if (path === `${account}/Messages/${sid}.json`) return 'fetch'
  return path === `/v1/Services/${sid}` ? 'service' : undefined
}

const refused = (refusal: Refusal): LoopbackReply => ({
  status: refusal.status,
  body: { ...refusal, more_info: `https://www.twilio.com/docs/errors/${refusal.code}` },
})

const missing = { status: 404, code: 20404, message: 'The requested resource was not found' }
const strange = { status: 401, code: 20003, message: 'Authenticate' }

const excuses = () => ({
  busy: {
    ...refused({ status: 429, code: 20429, message: 'Too Many Requests' }),
    headers: { 'retry-after': '1' },
  },
  broken: { status: 500, body: { status: 500, code: 20500, message: 'Internal Server Error' } },
})
