import { done } from './reply.ts'
import type { Route } from './route.ts'
import type { TenantState } from './tenant.ts'

/** https://auth0.com/docs/api/management/v2/clients/get-clients */
export const appRoutes = ({ apps }: TenantState): readonly Route[] => [
  {
    step: 'apps',
    method: 'GET',
    path: '/clients',
    scope: 'read:clients',
    answer({ request: { query } }) {
      const limit = Number(query.get('per_page') ?? 50)
      const start = Number(query.get('page') ?? 0) * limit
      const clients = apps.slice(start, start + limit).map((app) => ({ ...app, global: false }))
      return done({ start, limit, total: apps.length, clients })
    },
  },
]
