import { randomUUID } from 'node:crypto'
import {
  faultScript,
  type LoopbackReply,
  type LoopbackRequest,
  loopbackServer,
} from '@codeword/core/node'
import { error } from './error.ts'
import type { FakeConnection, FakeOptions, Step } from './options.ts'
import { startLogin } from './start-login.ts'

export { type FaultName, faultNames, type ScriptedFault } from '@codeword/core/node'
export type { FakeConnection, FakeOptions, Step } from './options.ts'

export interface FakeAuth0 {
  readonly address: string
  /** As they now are. */
  readonly connections: readonly FakeConnection[]
  readonly asked: Readonly<Record<Step, number>>
  readonly close: () => Promise<void>
}

const allScopes = [
  'read:connections',
  'read:connections_options',
  'update:connections',
  'update:connections_options',
]

/**
 * A server on this machine that answers like the part of Auth0 that passwordless SMS needs: tokens, connections whose
 * options a PATCH replaces, scopes, rate limits, and a login that renders the stored template with LiquidJS, which is
 * our model of Auth0, not Auth0. Nothing leaves the machine but what `deliver` sends.
 */
export async function fakeAuth0(options: FakeOptions): Promise<FakeAuth0> {
  const { clientId, clientSecret, scopes = allScopes, port = 0, faults = [] } = options
  const connections = options.connections.map((one) => structuredClone(one) as FakeConnection)
  const asked = { token: 0, list: 0, get: 0, patch: 0, start: 0 }
  const tokens = new Set<string>()
  const faultOf = faultScript(faults)

  const { address, close } = await loopbackServer(port, excuses, (request) => {
    const id = /^\/api\/v2\/connections\/([\w-]+)$/.exec(request.path)?.[1]
    const step = stepOf(request, id)
    if (step === undefined) return { reply: () => error(404, 'Not Found', 'there is nothing here') }
    asked[step]++
    return { fault: faultOf(step), reply: () => limited(done(step, request, id)) }
  })

  function done(
    step: Step,
    request: LoopbackRequest,
    id: string | undefined,
  ): LoopbackReply | Promise<LoopbackReply> {
    if (step === 'token') return token(request)
    if (step === 'start') return startLogin(request, connections, options)
    const given = /^Bearer (.+)$/.exec(String(request.headers.authorization))?.[1] ?? ''
    if (!tokens.has(given)) return error(401, 'Unauthorized', 'Invalid token')
    if (step === 'list') return list(request.query)
    const connection = connections.find((one) => one.id === id)
    if (connection === undefined) return error(404, 'Not Found', 'The connection does not exist')
    return step === 'get' ? get(connection) : patch(connection, request)
  }

  function token({ body, headers }: LoopbackRequest): LoopbackReply {
    const isJson = headers['content-type']?.includes('json')
    const fields = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
    if (fields.client_id !== clientId || fields.client_secret !== clientSecret)
      return { status: 401, body: { error: 'access_denied', error_description: 'Unauthorized' } }
    const made = `fake.${randomUUID()}`
    tokens.add(made)
    return {
      status: 200,
      body: {
        access_token: made,
        token_type: 'Bearer',
        expires_in: 86_400,
        scope: scopes.join(' '),
      },
    }
  }

  const shown = ({ options: own, ...rest }: FakeConnection): object => ({
    ...rest,
    ...(scopes.includes('read:connections_options') && { options: own }),
    enabled_clients: [],
    is_domain_connection: false,
    realms: [rest.name],
  })

  /** Checkpoint pagination, as Auth0 recommends it: https://auth0.com/docs/manage-users/user-search/retrieve-users-with-get-users-by-search */
  function list(query: URLSearchParams): LoopbackReply {
    const missing = missingScope('read:connections')
    if (missing) return missing
    const wanted = query.getAll('strategy')
    const all = connections.filter(
      ({ strategy }) => wanted.length === 0 || wanted.includes(strategy),
    )
    const from = Number(query.get('from') ?? 0)
    const take = Number(query.get('take') ?? 50)
    const next = from + take < all.length ? String(from + take) : undefined
    const page = all.slice(from, from + take).map(shown)
    return { status: 200, body: { connections: page, ...(next !== undefined && { next }) } }
  }

  const get = (connection: FakeConnection): LoopbackReply =>
    missingScope('read:connections') ?? { status: 200, body: shown(connection) }

  /** Replaces all options, and the display name by the name where none is given. */
  function patch(connection: FakeConnection, { body }: LoopbackRequest): LoopbackReply {
    const { options: own, display_name, ...others } = JSON.parse(body)
    const missing =
      missingScope('update:connections') ?? (own && missingScope('update:connections_options'))
    if (missing) return missing
    const strange = ['id', 'name', 'strategy'].find((key) => Object.hasOwn(others, key))
    if (strange !== undefined)
      return error(400, 'Bad Request', `Additional properties not allowed: ${strange}`)
    if (own !== undefined) connection.options = own
    connection.display_name = display_name ?? connection.name
    return { status: 200, body: shown(connection) }
  }

  const missingScope = (scope: string): LoopbackReply | undefined =>
    scopes.includes(scope)
      ? undefined
      : {
          status: 403,
          body: {
            statusCode: 403,
            error: 'Forbidden',
            message: `Insufficient scope, expected any of: ${scope}`,
            errorCode: 'insufficient_scope',
          },
        }

  return { address, connections, asked, close }
}

function stepOf({ method, path }: LoopbackRequest, id: string | undefined): Step | undefined {
  if (method === 'POST')
    return { '/oauth/token': 'token', '/passwordless/start': 'start' }[path] as Step
  if (method === 'GET' && path === '/api/v2/connections') return 'list'
  if (id === undefined) return undefined
  return method === 'GET' ? 'get' : method === 'PATCH' ? 'patch' : undefined
}

const limits = (left: number): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '10',
  'x-ratelimit-remaining': String(left),
  'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1),
})

const limited = async (reply: LoopbackReply | Promise<LoopbackReply>): Promise<LoopbackReply> => ({
  ...(await reply),
  headers: limits(9),
})

const excuses = () => ({
  busy: { ...error(429, 'Too Many Requests', 'Global limit has been reached'), headers: limits(0) },
  broken: error(500, 'Internal Server Error', 'an error'),
})
