import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callBack } from './callback.ts'
import type { FaultName, ScriptedFault, Step } from './faults.ts'
import { advance, type FakeMessage, messageJson, takeMessage } from './messages.ts'
import { type Refusal, refusalOf } from './refusals.ts'

export { type FaultName, faultNames, type ScriptedFault, type Step } from './faults.ts'
export type { FakeMessage } from './messages.ts'

export interface FakeOptions {
  readonly accountSid: string
  readonly authToken: string
  /** 0: any that is free. */
  readonly port?: number
  /** Each is done once, to the next request of its step. */
  readonly faults?: readonly ScriptedFault[]
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

/** More bytes than any form has. */
const longestForm = 256 * 1024

/**
 * A server on this machine that answers like Twilio's API for messages: credentials, forms, magic numbers, limits,
 * segments by the standard, a status that goes on each time it is asked for, signed callbacks, and whatever faults
 * it is told. Nothing leaves the machine.
 */
export async function fakeTwilio(options: FakeOptions): Promise<FakeTwilio> {
  const { accountSid, authToken, port = 0, callbacks = 1 } = options
  const faults = [...(options.faults ?? [])]
  const messages: FakeMessage[] = []
  const asked = { create: 0, fetch: 0, list: 0 }
  const right = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const root = `/2010-04-01/Accounts/${accountSid}/Messages`

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const text = await bodyOf(request)
    if (request.headers.authorization !== right)
      return refuse(response, { status: 401, code: 20003, message: 'Authenticate' })
    const sid = new RegExp(`^${root}/(SM[0-9a-f]{32})\\.json$`).exec(pathname)?.[1]
    const step = stepOf(request.method, pathname === `${root}.json`, sid)
    if (step === undefined)
      return refuse(response, {
        status: 404,
        code: 20404,
        message: 'The requested resource was not found',
      })
    asked[step]++
    const fault = faultFor(step)
    if (fault !== undefined && spoilsBefore(fault, request, response)) return
    const { status, body } = done(step, text, sid, searchParams)
    if (fault === undefined) return send(response, status, body)
    spoil(fault, JSON.stringify(body), request, response)
  }

  function faultFor(step: Step): FaultName | undefined {
    const at = faults.findIndex((one) => one.step === step)
    return at < 0 ? undefined : faults.splice(at, 1)[0]!.fault
  }

  function done(
    step: Step,
    text: string,
    sid: string | undefined,
    query: URLSearchParams,
  ): { readonly status: number; readonly body: object } {
    if (step === 'create') return create(new URLSearchParams(text))
    if (step === 'list') return { status: 200, body: listed(query) }
    const message = messages.find((one) => one.sid === sid)
    if (message === undefined)
      return refused({ status: 404, code: 20404, message: 'The requested resource was not found' })
    if (advance(message)) tell(message)
    return { status: 200, body: messageJson(message, accountSid) }
  }

  function create(form: URLSearchParams): { readonly status: number; readonly body: object } {
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

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    asked,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function stepOf(
  method: string | undefined,
  isList: boolean,
  sid: string | undefined,
): Step | undefined {
  if (method === 'POST' && isList) return 'create'
  if (method === 'GET' && isList) return 'list'
  return method === 'GET' && sid !== undefined ? 'fetch' : undefined
}

const refused = (refusal: Refusal): { readonly status: number; readonly body: object } => ({
  status: refusal.status,
  body: { ...refusal, more_info: `https://www.twilio.com/docs/errors/${refusal.code}` },
})

function refuse(response: ServerResponse, refusal: Refusal): void {
  const { status, body } = refused(refusal)
  send(response, status, body)
}

const json = { 'content-type': 'application/json' } as const

function send(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { ...json, ...headers })
  response.end(JSON.stringify(body))
}

/** @returns whether the request ends there, with nothing done */
function spoilsBefore(
  fault: FaultName,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const busy = refused({ status: 429, code: 20429, message: 'Too Many Requests' })
  if (fault === 'busy') send(response, 429, busy.body, { 'retry-after': '1' })
  else if (fault === 'busy-without-delay') send(response, 429, busy.body)
  else if (fault === 'broken')
    send(response, 500, { status: 500, code: 20500, message: 'Internal' })
  else if (fault === 'reset') request.socket.resetAndDestroy()
  else return false
  return true
}

/** Spoils the answer to a request that is done. */
function spoil(
  fault: FaultName,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (fault === 'silent') return
  if (fault === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Proxy</title>')
    return
  }
  const half = body.slice(0, body.length / 2)
  if (fault === 'truncated') {
    response.writeHead(201, json)
    response.end(half)
    return
  }
  response.writeHead(201, { ...json, 'content-length': Buffer.byteLength(body) })
  response.write(half, () => request.socket.resetAndDestroy())
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > longestForm) throw new Error('too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
