import { setTimeout as pause } from 'node:timers/promises'
import { isUnreached } from '@codeword/core/node'
import type { Options, TenantConnection } from './connection.ts'
import type { Credentials } from './credentials.ts'
import type { Fault } from './fault.ts'

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }

/**
 * The part of the Management API that is needed. Nothing throws, nothing secret comes out but what was asked for.
 * What Auth0 cannot have processed is asked again, and what only reads.
 */
export interface Auth0Api {
  readonly list: (strategy: 'sms' | 'email') => Promise<ApiResult<readonly TenantConnection[]>>
  readonly get: (id: string) => Promise<ApiResult<TenantConnection>>
  /** Replaces all options. */
  readonly update: (
    id: string,
    options: Options,
    displayName?: string,
  ) => Promise<ApiResult<unknown>>
}

export interface ApiOptions {
  /** Where to ask instead of the tenant: the fake's address. */
  readonly endpoint?: string
  /** Milliseconds for one request; 30,000 if absent. */
  readonly timeout?: number
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

const mostAttempts = 4
const firstPause = 500
/** Milliseconds; the limits of Auth0 begin anew within a minute. */
const longestPause = 60_000

/** The Management API over Auth0's own client, which is loaded here and nowhere else. */
export async function auth0Api(
  credentials: Credentials,
  { endpoint, timeout = 30_000, wait = pause }: ApiOptions = {},
): Promise<Auth0Api> {
  const { ManagementClient } = await import('auth0')
  let trouble: string | undefined
  const ask: typeof fetch = async (input, init) => {
    trouble = undefined
    const { origin, pathname, search } = new URL(
      String(input instanceof Request ? input.url : input),
    )
    try {
      const signal = AbortSignal.timeout(timeout)
      const response = await fetch((endpoint ?? origin) + pathname + search, { ...init, signal })
      return await asJson(response)
    } catch (error) {
      trouble = systemCode(error)
      // Where a request throws, the client leaves a timer behind that keeps the process alive.
      return new Response(null, { status: 503 })
    }
  }
  const client = new ManagementClient({
    ...credentials,
    fetch: ask,
    maxRetries: 0,
    timeoutInSeconds: timeout / 1000,
    telemetry: false,
  })
  const asked = async <T>(reads: boolean, call: () => Promise<T>): Promise<ApiResult<T>> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return { ok: true, value: await call() }
      } catch (error) {
        const fault = faultFrom(error, trouble)
        const isHarmless = fault.kind === 'busy' || fault.kind === 'unreached' || reads
        if (attempt === mostAttempts || fault.kind === 'refused' || !isHarmless)
          return { ok: false, fault }
        await wait(Math.min(fault.retryAfter ?? firstPause * 2 ** attempt, longestPause))
      }
    }
  }
  return {
    list: (strategy) =>
      asked(true, async () => {
        const found: TenantConnection[] = []
        for await (const one of await client.connections.list({ strategy: [strategy], take: 50 }))
          found.push(connectionFrom(one))
        return found
      }),
    get: (id) => asked(true, async () => connectionFrom(await client.connections.get(id))),
    update: (id, options, displayName) =>
      asked(false, async () => {
        const body = { options, ...(displayName !== undefined && { display_name: displayName }) }
        return connectionFrom(await client.connections.update(id, body as never))
      }),
  }
}

/**
 * The answer, if it is one: the client takes a proxy's page, or half of an answer, for an empty one.
 * @throws for those
 */
async function asJson(response: Response): Promise<Response> {
  if (!response.ok) return response
  const { status, headers } = response
  const text = await response.text()
  try {
    JSON.parse(text)
  } catch {
    throw Object.assign(new Error('no JSON'), { code: 'NOT_JSON' })
  }
  return new Response(text, { status, headers })
}

/** @throws where the answer is none of Auth0's */
function connectionFrom(value: unknown): TenantConnection {
  const { id, name, strategy, display_name, options } = (value ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string' || typeof strategy !== 'string')
    throw new Error('no connection')
  return {
    id,
    name,
    strategy,
    ...(typeof display_name === 'string' && { displayName: display_name }),
    ...(typeof options === 'object' && options !== null && { options: options as Options }),
  }
}

function systemCode(error: unknown): string {
  const { code } = ((error as Error).cause ?? error) as { readonly code?: unknown }
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'unknown'
}

/** What an error of Auth0's client says. Nothing else of it is kept: it carries the answer, and with it secrets. */
function faultFrom(error: unknown, trouble: string | undefined): Fault {
  if (trouble !== undefined)
    return { kind: isUnreached(trouble) ? 'unreached' : 'unclear', system: trouble }
  const {
    statusCode: status,
    body,
    rawResponse,
  } = (error ?? {}) as {
    readonly statusCode?: unknown
    readonly body?: unknown
    readonly rawResponse?: { readonly headers?: { readonly get: (name: string) => string | null } }
  }
  if (typeof status !== 'number') return { kind: 'unclear' }
  if (status === 429) {
    const retryAfter = delayUntil(rawResponse?.headers?.get('x-ratelimit-reset'))
    return { kind: 'busy', status, ...(retryAfter !== undefined && { retryAfter }) }
  }
  const scopes = status === 403 ? scopesIn(body) : []
  if (status < 400 || status >= 500) return { kind: 'unclear', status }
  return { kind: 'refused', status, ...(scopes.length > 0 && { scopes }) }
}

/** `Insufficient scope, expected any of: update:connections` */
function scopesIn(body: unknown): readonly string[] {
  const { message } = (body ?? {}) as { readonly message?: unknown }
  return typeof message === 'string' ? (message.match(/\b[a-z]+:[a-z_]+\b/g) ?? []) : []
}

/** Seconds since 1970: https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy */
function delayUntil(reset: string | null | undefined): number | undefined {
  return reset && /^\d{1,12}$/.test(reset)
    ? Math.max(0, Number(reset) * 1000 - Date.now())
    : undefined
}
