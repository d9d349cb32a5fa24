import type { LoopbackReply } from '@codeword/core/node'

/** How the Management API says that it will not. */
export const error = (status: number, name: string, message: string): LoopbackReply => ({
  status,
  body: { statusCode: status, error: name, message },
})

export const missingScope = (scope: string): LoopbackReply => ({
  status: 403,
  body: {
    statusCode: 403,
    error: 'Forbidden',
    message: `Insufficient scope, expected any of: ${scope}`,
    errorCode: 'insufficient_scope',
  },
})

export const done = (body: unknown, status = 200): LoopbackReply => ({ status, body })

/** Checkpoint pagination: https://auth0.com/docs/api/management/v2/connections/get-connections */
export function page<T>(
  all: readonly T[],
  query: URLSearchParams,
): { readonly items: readonly T[]; readonly next?: string } {
  const from = Number(query.get('from') ?? 0)
  const end = from + Number(query.get('take') ?? 50)
  return { items: all.slice(from, end), ...(end < all.length && { next: String(end) }) }
}
