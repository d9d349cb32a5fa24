import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a fake of a service can be told to do wrong with a request. */
export const faultNames = [
  /** 429, with the time after which to ask again. */
  'busy',
  /** 429 without it. */
  'busy-without-delay',
  /** 500 before anything is done. */
  'broken',
  /** It is done, and the answer never comes. */
  'silent',
  /** The connection ends before anything is done. */
  'reset',
  /** It is done, and the connection ends in the middle of the answer. */
  'reset-in-answer',
  /** It is done, and the answer is a page of a proxy. */
  'html',
  /** It is done, and half of the answer's JSON comes as if it were all. */
  'truncated',
] as const

export type FaultName = (typeof faultNames)[number]

/** A fault that is done once, to a request of its step. */
export interface ScriptedFault<Step extends string = string> {
  readonly step: Step
  readonly fault: FaultName
  /** So many requests of the step go well before; none if absent. */
  readonly after?: number
}

export interface LoopbackRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export interface LoopbackReply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** How a request is answered. */
export interface Answer {
  readonly fault?: FaultName | undefined
  readonly reply: () => LoopbackReply | Promise<LoopbackReply>
}

export interface LoopbackServer {
  /** `http://127.0.0.1:…` */
  readonly address: string
  readonly close: () => Promise<void>
}

/** How a service says that it has too many requests, and that it is broken. */
export interface Excuses {
  readonly busy: LoopbackReply
  readonly broken: LoopbackReply
}

/** More bytes than any request has. */
const longestBody = 1024 * 1024

/**
 * A server for fakes of services: JSON, on this machine only, with faults on demand.
 * @param port 0: any that is free
 * @throws the error of the system where the port cannot be used
 */
export async function loopbackServer(
  port: number,
  excuses: () => Excuses,
  answer: (request: LoopbackRequest) => Answer,
): Promise<LoopbackServer> {
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch(() => outgoing.destroy())
  })
  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { fault, reply } = answer(await requestFrom(incoming))
    if (fault === 'reset') return void incoming.socket.resetAndDestroy()
    if (fault === 'broken') return send(outgoing, excuses().broken)
    if (fault === 'busy') return send(outgoing, excuses().busy)
    if (fault === 'busy-without-delay') {
      const { status, body } = excuses().busy
      return send(outgoing, { status, body })
    }
    const made = await reply()
    if (fault === undefined) return send(outgoing, made)
    spoil(fault, made, incoming, outgoing)
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const json = { 'content-type': 'application/json' } as const

function send(outgoing: ServerResponse, { status, body, headers = {} }: LoopbackReply): void {
  outgoing.writeHead(status, { ...json, ...headers })
  outgoing.end(textOf(body))
}

/** An answer without a body has none. */
const textOf = (body: unknown): string => (body === undefined ? '' : JSON.stringify(body))

/** Spoils the answer to a request that is done. */
function spoil(
  fault: FaultName,
  { status, body }: LoopbackReply,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  if (fault === 'silent') return
  if (fault === 'html') {
    outgoing.writeHead(200, { 'content-type': 'text/html' })
    outgoing.end('<!doctype html><title>Proxy</title>')
    return
  }
  const text = textOf(body)
  const half = text.slice(0, text.length / 2)
  if (fault === 'truncated') {
    outgoing.writeHead(status, json)
    outgoing.end(half)
    return
  }
  outgoing.writeHead(status, { ...json, 'content-length': Buffer.byteLength(text) })
  outgoing.write(half, () => incoming.socket.resetAndDestroy())
}

async function requestFrom(incoming: IncomingMessage): Promise<LoopbackRequest> {
  const { method = 'GET', url = '/', headers } = incoming
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > longestBody) throw new Error('too long')
    pieces.push(piece)
  }
  const body = Buffer.concat(pieces).toString('utf8')
  return { method, path: pathname, query: searchParams, headers, body }
}

/** Takes the next fault of a step out of a script. */
export function faultScript<Step extends string>(
  faults: readonly ScriptedFault<Step>[],
): (step: Step) => FaultName | undefined {
  const left = [...faults]
  const asked = new Map<Step, number>()
  return (step) => {
    const before = asked.get(step) ?? 0
    asked.set(step, before + 1)
    const at = left.findIndex((one) => one.step === step && (one.after ?? 0) <= before)
    return at < 0 ? undefined : left.splice(at, 1)[0]!.fault
  }
}
