import type { LoginApp } from '@codeword/auth0'
import { readFrom, type Tenant } from '../connection/tenant.ts'
import { Failure } from '../failure.ts'
import { unknown } from '../options.ts'

/**
 * Who starts the logins; its secret is known where it is the application of the environment.
 * @throws Failure where nobody is named, or nobody has that name
 */
export async function appFor(asked: string | undefined, tenant: Tenant): Promise<LoginApp> {
  const { credentials: own, api } = tenant
  const { domain } = own
  if ('clientId' in own && (asked === undefined || asked === own.clientId)) return own
  if (asked === undefined) throw new Failure('probe: which application logs in? Give --app NAME')
  const apps = readFrom(await api.apps.list(), tenant)
  const app = apps.find(({ id, name }) => id === asked || name === asked)
  if (app !== undefined) return { domain, clientId: app.id }
  throw new Failure(
    `--app: ${await unknown(
      asked,
      apps.map(({ name }) => name),
    )}`,
  )
}
