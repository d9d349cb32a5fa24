import type { Auth0Api, TenantConnection } from '@codeword/auth0'
import { endpointOf } from '../endpoint.ts'
import { Failure, RemoteFailure } from '../failure.ts'
import { installed, needs } from '../installed.ts'
import { unknown } from '../options.ts'

/** Loads Auth0's client with what is around it; only live checks need it, and who does none may leave it out. */
export type LoadAuth0 = () => Promise<typeof import('@codeword/auth0')>

/** A tenant that may be asked, and the words for what it answers. */
export interface Tenant {
  readonly auth0: Awaited<ReturnType<LoadAuth0>>
  readonly api: Auth0Api
  readonly domain: string
}

/** @throws Failure where the environment has no credentials, or the client is not installed */
export async function tenantFor(load: LoadAuth0, endpoint: string | undefined): Promise<Tenant> {
  const auth0 = await installed(load, needs('connection', '@codeword/auth0'))
  const credentials = auth0.credentialsFrom(process.env)
  if ('problem' in credentials) throw new Failure(`connection: ${credentials.problem}`)
  const own = endpointOf(endpoint)
  const api = await auth0.auth0Api(credentials, own === undefined ? {} : { endpoint: own })
  return { auth0, api, domain: credentials.domain }
}

/** @throws RemoteFailure where the tenant does not answer, or has no such connection */
export async function connectionNamed(
  name: string,
  { api, auth0 }: Tenant,
): Promise<TenantConnection> {
  const listed = await api.list('sms')
  if (!listed.ok) throw new RemoteFailure(auth0.faultText(listed.fault))
  const found = listed.value.find((one) => one.name === name)
  if (found === undefined) {
    const names = listed.value.map((one) => one.name)
    const hint = names.length > 0 ? `: ${await unknown(name, names)}` : ''
    throw new RemoteFailure(`the tenant has no SMS connection ${name}${hint}`)
  }
  // What is listed may be older than what is read by its id.
  const read = await api.get(found.id)
  if (!read.ok) throw new RemoteFailure(auth0.faultText(read.fault))
  return read.value
}
