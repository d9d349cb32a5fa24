import { setTimeout as pause } from 'node:timers/promises'
import type { ManagementClient } from 'auth0'
import type { Credentials } from '../credentials.ts'
import { type Fault, faultFrom } from '../fault.ts'

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }

export interface ApiOptions {
  /** Where to ask instead of the tenant: the fake's address. */
  readonly endpoint?: string
  /** Milliseconds for one request; 30,000 if absent. */
  readonly timeout?: number
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

/** Makes a request; nothing of it throws. */
export type Ask = <T>(
  /** `read`: whatever happens, it can be made again. */
  does: 'read' | 'write',
  call: (client: ManagementClient) => Promise<T>,
) => Promise<ApiResult<T>>

const mostAttempts = 4
const firstPause = 500
/** Milliseconds; the limits of Auth0 begin anew within a minute. */
const longestPause = 60_000

/**
 * Auth0's own client, which is loaded when it is first asked.
 * What Auth0 cannot have processed is asked again, and what only reads.
 */
export function managementClient(
  credentials: Credentials,
  { endpoint, timeout = 30_000, wait = pause }: ApiOptions,
): Ask {
  const { fetch: ask, trouble } = honestFetch(endpoint, timeout)
  let client: ManagementClient | undefined
  return async (does, call) => {
    client ??= new (await import('auth0')).ManagementClient({
      ...credentials,
      fetch: ask,
      maxRetries: 0,
      timeoutInSeconds: timeout / 1000,
      telemetry: false,
    })
    for (let attempt = 1; ; attempt++) {
      try {
        return { ok: true, value: await call(client) }
      } catch (error) {
        const fault = faultFrom(error, trouble())
        const isHarmless = fault.kind === 'busy' || fault.kind === 'unreached' || does === 'read'
        if (attempt === mostAttempts || fault.kind === 'refused' || !isHarmless)
          return { ok: false, fault }
        await wait(Math.min(fault.retryAfter ?? firstPause * 2 ** attempt, longestPause))
      }
    }
  }
}

/**
 * A fetch that asks a fake where there is one, and does not throw: where it does, Auth0's client leaves a timer behind
 * that keeps the process alive.
 */
function honestFetch(
  endpoint: string | undefined,
  timeout: number,
): { readonly fetch: typeof fetch; readonly trouble: () => string | undefined } {
  let trouble: string | undefined
  const asking: typeof fetch = async (input, init) => {
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
      return new Response(null, { status: 503 })
    }
  }
  return { fetch: asking, trouble: () => trouble }
}

/**
 * The answer, if it is one: the client takes a proxy's page, or half of an answer, for an empty one.
 * @throws for those
 */
async function asJson(response: Response): Promise<Response> {
  if (!response.ok || response.status === 204) return response
  const { status, headers } = response
  const text = await response.text()
  try {
    JSON.parse(text)
  } catch {
    throw Object.assign(new Error('no JSON'), { code: 'NOT_JSON' })
  }
  return new Response(text, { status, headers })
}

/** What the system calls a trouble: `ECONNRESET`. */
export function systemCode(error: unknown): string {
  const { code } = ((error as Error).cause ?? error) as { readonly code?: unknown }
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'unknown'
}
