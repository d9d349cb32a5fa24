import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Settings } from '../config/layers.ts'
import { type LocalTemplate, type LocalTexts, readLocal, saveLocal } from './local-template.ts'
import { watchFiles } from './watch-files.ts'

export interface RunningServer {
  /** With the token in it: whoever has this address may read and write the files. */
  readonly address: string
  readonly close: () => Promise<void>
}

export interface Served {
  readonly page: string
  readonly templates: readonly LocalTemplate[]
  readonly settings: Settings
}

/** Bytes of a request: far more than the longest template and fixture. */
const longestBody = 1024 * 1024

/**
 * Serves a page and the files that it may edit, on this machine only. A request needs the token, and must name this
 * server as its host, which no page of another origin can make it do.
 */
export async function serve(served: Served): Promise<RunningServer> {
  const token = randomBytes(24).toString('base64url')
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 500, { problem: 'it failed' }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const unwatch = watchFiles(served.templates, (id) => {
    for (const listener of listeners) listener.write(`data: ${id}\n\n`)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`)
    const { origin = `http://${host}` } = request.headers
    const isOwn = request.headers.host === host && origin === `http://${host}`
    if (!isOwn || !isSame(searchParams.get('token') ?? '', token))
      return send(response, 403, { problem: 'open the address that codeword preview has printed' })
    const route = `${request.method} ${pathname}`
    if (route === 'GET /') return sendPage(response, served.page)
    if (route === 'GET /templates') return send(response, 200, served.templates.map(nameOf))
    if (route === 'GET /changes') return listen(response)
    const local = served.templates[Number(searchParams.get('id') ?? Number.NaN)]
    if (pathname !== '/template' || local === undefined)
      return send(response, 404, { problem: 'nothing is here' })
    if (request.method === 'GET')
      return sendResult(response, await readLocal(local, served.settings))
    if (request.method !== 'PUT') return send(response, 405, { problem: 'GET or PUT' })
    const texts = await textsIn(request)
    if (texts === undefined) return send(response, 400, { problem: 'no texts to save' })
    const saved = await saveLocal(local, texts)
    return sendResult(
      response,
      'problem' in saved ? saved : await readLocal(local, served.settings),
    )
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' })
    response.write(': connected\n\n')
    listeners.add(response)
    response.once('close', () => listeners.delete(response))
  }

  return {
    address: `http://${host}/?token=${token}`,
    close() {
      unwatch()
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const nameOf = ({ path, name, fixture }: LocalTemplate): object => ({
  path,
  name,
  ...(fixture && { fixture: fixture.path }),
})

const isSame = (given: string, token: string): boolean =>
  given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function sendPage(response: ServerResponse, page: string): void {
  // The policy of the page itself says the rest; this cannot stand there.
  const policy = "frame-ancestors 'none'"
  const own = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
  response.writeHead(200, { ...headers, ...own })
  response.end(page)
}

const sendResult = (response: ServerResponse, result: object): void =>
  send(response, 'changed' in result ? 409 : 'problem' in result ? 422 : 200, result)

/** @returns undefined where the body is too long or says something else */
async function textsIn(request: IncomingMessage): Promise<LocalTexts | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > longestBody) return undefined
    pieces.push(piece)
  }
  try {
    const value = JSON.parse(Buffer.concat(pieces).toString('utf8')) as LocalTexts
    const { template, fixture } = value
    return isText(template) && (fixture === undefined || isText(fixture)) ? value : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): boolean => {
  const { text, version } = (value ?? {}) as Record<string, unknown>
  return typeof text === 'string' && typeof version === 'string'
}
