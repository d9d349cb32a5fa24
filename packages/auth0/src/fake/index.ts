import { randomUUID } from 'node:crypto'
import {
  faultScript,
  type LoopbackReply,
  type LoopbackRequest,
  loopbackServer,
} from '@codeword/core/node'
import { appRoutes } from './apps.ts'
import { connectionRoutes } from './connections.ts'
import { type FakeConnection, type FakeOptions, type Step, steps } from './options.ts'
import { phoneRoutes } from './phone.ts'
import { done, error, missingScope } from './reply.ts'
import { idFor, type Route } from './route.ts'
import { startLogin } from './start-login.ts'
import { type TenantState, tenantState } from './tenant.ts'

export { type FaultName, faultNames, type ScriptedFault } from '@codeword/core/node'
export {
  type Behaviour,
  type FakeApp,
  type FakeConnection,
  type FakeOptions,
  type FakePhoneTemplate,
  type FakeTenant,
  type Step,
  type SyntaxBehaviour,
  steps,
} from './options.ts'
export type { TenantState } from './tenant.ts'

export interface FakeAuth0 {
  readonly address: string
  /** As they now are. */
  readonly connections: readonly FakeConnection[]
  /** Everything else that it holds. */
  readonly tenant: Readonly<TenantState>
  readonly asked: Readonly<Record<Step, number>>
  readonly close: () => Promise<void>
}

/**
 * A server on this machine that answers like the part of Auth0 that passwordless SMS needs: tokens, connections whose
 * options a PATCH replaces, applications, phone and Guardian templates, scopes, rate limits, and a login that renders
 * the stored template with LiquidJS, which is our model of Auth0, not Auth0. Nothing leaves the machine but what
 * `deliver` sends.
 */
export async function fakeAuth0(options: FakeOptions): Promise<FakeAuth0> {
  const { scopes, port = 0, faults = [] } = options
  const tenant = tenantState(options)
  const routes = [...connectionRoutes(tenant), ...appRoutes(tenant), ...phoneRoutes(tenant)]
  const asked = Object.fromEntries(steps.map((step) => [step, 0])) as Record<Step, number>
  const tokens = new Set<string>()
  const faultOf = faultScript(faults)
  const may = (scope: string): boolean => scopes?.includes(scope) ?? true

  const { address, close } = await loopbackServer(port, excuses, (request) => {
    const { step, reply } = answerTo(request)
    if (step === undefined) return { reply }
    asked[step]++
    return { fault: faultOf(step), reply: async () => ({ ...(await reply()), headers: limits(9) }) }
  })

  function answerTo(request: LoopbackRequest): {
    readonly step?: Step
    readonly reply: () => LoopbackReply | Promise<LoopbackReply>
  } {
    const at = `${request.method} ${request.path}`
    if (at === 'POST /oauth/token') return { step: 'token', reply: () => token(request) }
    if (at === 'POST /passwordless/start')
      return { step: 'start', reply: () => startLogin(request, tenant, options) }
    for (const route of routes) {
      const id = idFor(route, request)
      if (id !== undefined) return { step: route.step, reply: () => managed(route, request, id) }
    }
    return { reply: () => error(404, 'Not Found', 'there is nothing here') }
  }

  function managed(route: Route, request: LoopbackRequest, id: string): LoopbackReply {
    const given = /^Bearer (.+)$/.exec(String(request.headers.authorization))?.[1] ?? ''
    if (!tokens.has(given)) return error(401, 'Unauthorized', 'Invalid token')
    return may(route.scope) ? route.answer({ request, id, may }) : missingScope(route.scope)
  }

  function token({ body, headers }: LoopbackRequest): LoopbackReply {
    const isJson = headers['content-type']?.includes('json')
    const fields = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
    if (fields.client_id !== options.clientId || fields.client_secret !== options.clientSecret)
      return done({ error: 'access_denied', error_description: 'Unauthorized' }, 401)
    const made = `fake.${randomUUID()}`
    tokens.add(made)
    return done({ access_token: made, token_type: 'Bearer', expires_in: 86_400 })
  }

  return { address, connections: tenant.connections, tenant, asked, close }
}

const limits = (left: number): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': '10',
  'x-ratelimit-remaining': String(left),
  'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1),
})

const excuses = () => ({
  busy: { ...error(429, 'Too Many Requests', 'Global limit has been reached'), headers: limits(0) },
  broken: error(500, 'Internal Server Error', 'an error'),
})
