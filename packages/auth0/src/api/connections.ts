import { type Fields, isObject } from '../target/held.ts'
import type { ApiResult, Ask } from './client.ts'

/** A connection as the tenant has it. Its options hold secrets. */
export interface TenantConnection {
  readonly id: string
  readonly name: string
  readonly strategy: string
  readonly displayName?: string
  /** Absent where the token may not read them. */
  readonly options?: Fields
}

export interface ConnectionCalls {
  readonly list: (strategy: 'sms' | 'email') => Promise<ApiResult<readonly TenantConnection[]>>
  readonly get: (id: string) => Promise<ApiResult<TenantConnection>>
  readonly create: (name: string, options: Fields) => Promise<ApiResult<TenantConnection>>
  /** Replaces all options. */
  readonly update: (
    id: string,
    options: Fields,
    displayName?: string,
  ) => Promise<ApiResult<unknown>>
}

/** https://auth0.com/docs/api/management/v2/connections */
export const connectionCalls = (ask: Ask): ConnectionCalls => ({
  list: (strategy) =>
    ask('read', async ({ connections }) => {
      const found: TenantConnection[] = []
      for await (const one of await connections.list({ strategy: [strategy], take: 50 }))
        found.push(connectionFrom(one))
      return found
    }),
  get: (id) => ask('read', async ({ connections }) => connectionFrom(await connections.get(id))),
  create: (name, options) =>
    ask('write', async ({ connections }) =>
      connectionFrom(await connections.create({ name, strategy: 'sms', options } as never)),
    ),
  update: (id, options, displayName) =>
    ask('write', async ({ connections }) => {
      const body = { options, ...(displayName !== undefined && { display_name: displayName }) }
      return connectionFrom(await connections.update(id, body as never))
    }),
})

/** @throws where the answer is none of Auth0's */
function connectionFrom(value: unknown): TenantConnection {
  const { id, name, strategy, display_name, options } = isObject(value) ? value : {}
  if (typeof id !== 'string' || typeof name !== 'string' || typeof strategy !== 'string')
    throw new Error('no connection')
  return {
    id,
    name,
    strategy,
    ...(typeof display_name === 'string' && { displayName: display_name }),
    ...(isObject(options) && { options }),
  }
}
