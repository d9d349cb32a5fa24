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
}

/** One line for people. It holds nothing that was sent. */
export function faultText({ kind, status, scopes, system }: Fault): string {
  if (scopes) return `Auth0 refuses this token: it needs the scope ${scopes.join(' or ')}`
  if (kind === 'unreached') return `Auth0 cannot be reached (${system ?? 'no connection'})`
  if (kind === 'busy') return 'Auth0 has had too many requests: its rate limit is reached'
  if (kind === 'unclear') return `Auth0 gave no clear answer (${system ?? `HTTP ${status ?? '?'}`})`
  if (status === 401) return 'Auth0 does not know these credentials'
  if (status === 404) return 'Auth0 has nothing of this name'
  return `Auth0 refuses the request (HTTP ${status})`
}
