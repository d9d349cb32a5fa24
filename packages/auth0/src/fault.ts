import { isUnreached } from '@codeword/core/node'

/**
 * Why a request to Auth0 came to nothing.
 *
 * - `refused`: Auth0 has read it and will not do it.
 * - `busy`: the rate limit; this one was not processed.
 * - `unreached`: nothing of it was written to Auth0.
 * - `unclear`: it may have been processed.
 */
export interface Fault {
  readonly kind: 'refused' | 'busy' | 'unreached' | 'unclear'
  /** Of HTTP. */
  readonly status?: number
  /** What the token may not do: `update:connections_options`. */
  readonly scopes?: readonly string[]
  /** Of the system: `ECONNREFUSED`. */
  readonly system?: string
  /** Milliseconds until the rate limit begins anew. */
  readonly retryAfter?: number
  /** It was not Auth0 that refused, but who sends for it: Twilio, or a gateway. */
  readonly provider?: true
  /** Of what there is, where nothing has the name that was asked for. */
  readonly names?: readonly string[]
}

/** One line for people. It holds nothing that was sent. */
export function faultText({ kind, status, scopes, system, provider }: Fault): string {
  if (provider) return 'Twilio or the gateway did not take the message'
  if (scopes) return `Auth0 refuses this token: it needs the scope ${scopes.join(' or ')}`
  if (kind === 'unreached') return `Auth0 cannot be reached (${system ?? 'no connection'})`
  if (kind === 'busy') return 'Auth0 has had too many requests: its rate limit is reached'
  if (kind === 'unclear') return `Auth0 gave no clear answer (${system ?? `HTTP ${status ?? '?'}`})`
  if (status === 401) return 'Auth0 does not know these credentials'
  if (status === 404) return 'Auth0 has nothing of this name'
  return `Auth0 refuses the request (HTTP ${status})`
}

/**
 * What an error of Auth0's client says. Nothing else of it is kept: it carries the answer, and with it secrets.
 * @param trouble of the system, where there was no answer
 */
export function faultFrom(error: unknown, trouble: string | undefined): Fault {
  if (trouble !== undefined) return troubled(trouble)
  const { statusCode, body, rawResponse } = (error ?? {}) as {
    readonly statusCode?: unknown
    readonly body?: unknown
    readonly rawResponse?: { readonly headers?: { readonly get: (name: string) => string | null } }
  }
  if (typeof statusCode !== 'number') return { kind: 'unclear' }
  return faultOf(statusCode, body, rawResponse?.headers?.get('x-ratelimit-reset'))
}

/** @param code of the system, where there was no answer */
export const troubled = (code: string): Fault => ({
  kind: isUnreached(code) ? 'unreached' : 'unclear',
  system: code,
})

/** What an answer of HTTP says. */
export function faultOf(status: number, body: unknown, reset: string | null | undefined): Fault {
  if (status === 429) {
    const retryAfter = delayUntil(reset)
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
