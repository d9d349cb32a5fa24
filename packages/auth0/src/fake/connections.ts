import { randomBytes } from 'node:crypto'
import type { LoopbackReply } from '@codeword/core/node'
import type { FakeConnection } from './options.ts'
import { done, error, missingScope, page } from './reply.ts'
import type { Asked, Route } from './route.ts'
import type { TenantState } from './tenant.ts'

const optionsScope = (action: string): string => `${action}:connections_options`

/** https://auth0.com/docs/api/management/v2/connections */
export function connectionRoutes({ connections, enabled }: TenantState): readonly Route[] {
  const shown = ({ options, ...rest }: FakeConnection, { may }: Asked): object => ({
    ...rest,
    ...(may(optionsScope('read')) && { options }),
    is_domain_connection: false,
    realms: [rest.name],
  })
  const on = (
    answer: (connection: FakeConnection, asked: Asked) => LoopbackReply,
  ): Route['answer'] => {
    return (asked) => {
      const connection = connections.find(({ id }) => id === asked.id)
      return connection === undefined
        ? error(404, 'Not Found', 'The connection does not exist')
        : answer(connection, asked)
    }
  }
  return [
    {
      step: 'list',
      method: 'GET',
      path: '/connections',
      scope: 'read:connections',
      answer(asked) {
        const { query } = asked.request
        const wanted = query.getAll('strategy')
        const all = connections.filter(
          ({ strategy }) => wanted.length === 0 || wanted.includes(strategy),
        )
        const { items, next } = page(all, query)
        return done({ connections: items.map((one) => shown(one, asked)), ...(next && { next }) })
      },
    },
    {
      step: 'get',
      method: 'GET',
      path: '/connections/:id',
      scope: 'read:connections',
      answer: on((connection, asked) => done(shown(connection, asked))),
    },
    {
      step: 'create',
      method: 'POST',
      path: '/connections',
      scope: 'create:connections',
      answer(asked) {
        const { name, strategy, options = {} } = JSON.parse(asked.request.body)
        if (typeof name !== 'string' || typeof strategy !== 'string')
          return error(400, 'Bad Request', 'Payload validation error')
        if (connections.some((one) => one.name === name))
          return error(409, 'Conflict', 'A connection with the same name already exists')
        const made = { id: `con_${randomBytes(8).toString('hex')}`, name, strategy, options }
        connections.push(made)
        enabled.set(made.id, new Set())
        return done(shown(made, asked), 201)
      },
    },
    {
      step: 'patch',
      method: 'PATCH',
      path: '/connections/:id',
      scope: 'update:connections',
      answer: on((connection, asked) => {
        const refused = change(connection, asked)
        return refused ?? done(shown(connection, asked))
      }),
    },
    {
      step: 'enabled',
      method: 'GET',
      path: '/connections/:id/clients',
      scope: 'read:connections',
      answer: on(({ id }, { request }) => {
        const { items, next } = page([...(enabled.get(id) ?? [])], request.query)
        return done({
          clients: items.map((client_id) => ({ client_id })),
          ...(next && { next }),
        })
      }),
    },
    {
      step: 'turn',
      method: 'PATCH',
      path: '/connections/:id/clients',
      scope: 'update:connections',
      answer: on(({ id }, { request }) => {
        for (const { client_id, status } of JSON.parse(request.body))
          if (status) enabled.get(id)!.add(client_id)
          else enabled.get(id)!.delete(client_id)
        return { status: 204, body: undefined }
      }),
    },
  ]
}

/** Replaces all options, and the display name by the name where none is given. */
function change(connection: FakeConnection, { request, may }: Asked): LoopbackReply | undefined {
  const { options, display_name, ...others } = JSON.parse(request.body)
  if (options !== undefined && !may(optionsScope('update')))
    return missingScope(optionsScope('update'))
  const strange = ['id', 'name', 'strategy'].find((key) => Object.hasOwn(others, key))
  if (strange !== undefined)
    return error(400, 'Bad Request', `Additional properties not allowed: ${strange}`)
  if (options !== undefined) connection.options = options
  connection.display_name = display_name ?? connection.name
  return undefined
}
