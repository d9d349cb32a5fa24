import { isObject } from '../target/held.ts'
import type { ApiResult, Ask } from './client.ts'

/** An application of the tenant; its id is public. */
export interface App {
  readonly id: string
  readonly name: string
}

export interface AppCalls {
  readonly list: () => Promise<ApiResult<readonly App[]>>
  /** The ids of the applications that may use a connection. */
  readonly enabled: (connection: string) => Promise<ApiResult<readonly string[]>>
  /** Changes these, and leaves all others as they are. */
  readonly turn: (
    connection: string,
    apps: readonly { readonly id: string; readonly on: boolean }[],
  ) => Promise<ApiResult<unknown>>
}

/** No more can be asked for, or changed, at once. */
const atOnce = 50

/** https://auth0.com/docs/api/management/v2/clients and `/connections/{id}/clients` */
export const appCalls = (ask: Ask): AppCalls => ({
  list: () =>
    ask('read', async ({ clients }) => {
      const found: App[] = []
      // Without `fields`, an answer holds the secrets of the applications.
      const asked = { fields: 'client_id,name,global', per_page: atOnce, include_totals: true }
      for await (const one of await clients.list(asked)) {
        const { client_id: id, name, global } = isObject(one) ? one : {}
        if (typeof id !== 'string') throw new Error('no application')
        if (global !== true) found.push({ id, name: typeof name === 'string' ? name : id })
      }
      return found
    }),
  enabled: (connection) =>
    ask('read', async ({ connections }) => {
      const found: string[] = []
      for await (const one of await connections.clients.get(connection, { take: atOnce }))
        found.push(one.client_id)
      return found
    }),
  turn: (connection, apps) =>
    ask('write', ({ connections }) =>
      connections.clients.update(
        connection,
        apps.map(({ id, on }) => ({ client_id: id, status: on })),
      ),
    ),
})
