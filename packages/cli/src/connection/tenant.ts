import type { Auth0Api, Credentials, Fault, Held, Target } from '@codeword/auth0'
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
  readonly credentials: Credentials
}

/** @throws Failure where the environment has no credentials, or the client is not installed */
export async function tenantFor(load: LoadAuth0, endpoint: string | undefined): Promise<Tenant> {
  const auth0 = await installed(load, needs('connection', '@codeword/auth0'))
  const credentials = auth0.credentialsFrom(process.env)
  if ('problem' in credentials) throw new Failure(`connection: ${credentials.problem}`)
  const own = endpointOf(endpoint)
  const api = auth0.auth0Api(credentials, own === undefined ? {} : { endpoint: own })
  return { auth0, api, credentials }
}

/**
 * The one name that an action takes; `sms` if there is none.
 * @throws Failure for several
 */
export function nameIn(action: string, positionals: readonly string[]): string {
  const [name = 'sms', ...others] = positionals
  if (others.length === 0) return name
  throw new Failure(`connection ${action} takes one name: codeword connection ${action} sms`)
}

/** @throws Failure for what can be no name */
export function targetOf(name: string, { auth0, api }: Tenant): Target {
  const target = auth0.targetNamed(name, api)
  if (target !== undefined) return target
  throw new Failure(
    `there can be no connection '${name}': give its name, guardian/templates/sms or phone-templates/otp_verify`,
  )
}

/** @throws RemoteFailure where the tenant does not answer, or has nothing of that name */
export async function heldBy(target: Target, tenant: Tenant): Promise<Held> {
  const read = await target.read()
  if (read.ok) return read.value
  const { names } = read.fault
  if (names === undefined) throw refused(read.fault, tenant)
  const { name } = target
  const hint = names.length > 0 ? `: ${await unknown(name, names)}` : ''
  const what = name.includes('/') ? '' : 'SMS connection '
  throw new RemoteFailure(`the tenant has no ${what}${name}${hint}`)
}

export const refused = (fault: Fault, { auth0 }: Tenant): RemoteFailure =>
  new RemoteFailure(auth0.faultText(fault))

/**
 * What a reading says.
 * @throws RemoteFailure where it says nothing
 */
export function readFrom<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault },
  tenant: Tenant,
): T {
  if (result.ok) return result.value
  throw refused(result.fault, tenant)
}
