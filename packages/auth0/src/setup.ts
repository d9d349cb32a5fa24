import type { TenantConnection } from './api/connections.ts'
import type { Auth0Api } from './api/index.ts'
import type { Fault } from './fault.ts'
import type { Fields } from './target/held.ts'
import { isSame } from './version.ts'

/** What an SMS connection is made of. */
export interface Setup {
  readonly template: string
  readonly syntax: 'liquid' | 'md_with_macros'
  /** The digits of the code, 4 to 40. */
  readonly length: number
  /** Seconds for which the code is good, 60 at least. */
  readonly lifetime: number
  readonly twilio: { readonly accountSid: string; readonly authToken: string }
  readonly from:
    | { readonly kind: 'service'; readonly value: string }
    | { readonly kind: 'sender'; readonly value: string }
}

/** https://auth0.com/docs/api/management/v2/connections/post-connections */
export const setupOptions = (setup: Setup): Fields => ({
  template: setup.template,
  syntax: setup.syntax,
  totp: { length: setup.length, time_step: setup.lifetime },
  provider: 'twilio',
  twilio_sid: setup.twilio.accountSid,
  twilio_token: setup.twilio.authToken,
  ...(setup.from.kind === 'service'
    ? { messaging_service_sid: setup.from.value }
    : { from: setup.from.value }),
  brute_force_protection: true,
})

export type CreateResult =
  | { readonly state: 'created'; readonly connection: TenantConnection }
  | { readonly state: 'not-created' | 'unknown'; readonly fault: Fault }

/** Creates an SMS connection and reads it back; names are unique, so that it is never created twice. */
export async function createConnection(
  name: string,
  options: Fields,
  { connections }: Auth0Api,
): Promise<CreateResult> {
  const created = await connections.create(name, options)
  if (!created.ok && created.fault.kind !== 'unclear')
    return { state: 'not-created', fault: created.fault }
  const listed = await connections.list('sms')
  if (!listed.ok) return { state: 'unknown', fault: listed.fault }
  const connection = listed.value.find((one) => one.name === name)
  if (connection === undefined) {
    const fault: Fault = created.ok ? { kind: 'unclear' } : created.fault
    return { state: 'not-created', fault }
  }
  // Auth0 may add options of its own.
  const isMeant = Object.entries(options).every(([key, value]) =>
    isSame(connection.options?.[key], value),
  )
  return isMeant
    ? { state: 'created', connection }
    : { state: 'unknown', fault: { kind: 'unclear' } }
}
