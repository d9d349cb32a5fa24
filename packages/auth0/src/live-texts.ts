import type { App } from './api/apps.ts'
import type { ApiResult } from './api/client.ts'
import type { TenantConnection } from './api/connections.ts'
import type { Auth0Api } from './api/index.ts'
import type { PhoneProvider } from './api/phone.ts'
import { appStates } from './apps.ts'
import type { Fault } from './fault.ts'
import { connectionTarget } from './target/connection.ts'
import { guardianTarget } from './target/guardian.ts'
import type { Fields, Target } from './target/held.ts'
import { phoneTemplateTarget } from './target/phone-template.ts'

/** A text of a tenant that may reach customers. */
export interface LiveText {
  readonly target: Target
  readonly fields: Fields
  /** Whether customers get it, as far as Auth0's documentation and the settings say. */
  readonly live: 'yes' | 'no' | 'unknown'
  readonly why: string
  /** Of a connection; undefined where the token may not read them. */
  readonly apps?: readonly App[]
}

/** Which texts of a tenant are live, and what could not be read. */
export interface LiveTexts {
  readonly texts: readonly LiveText[]
  /** Whether the Unified Phone Experience is on; undefined where nobody knows. */
  readonly unifiedPhone: boolean | undefined
  /** Who sends for it. */
  readonly providers: readonly PhoneProvider[]
  readonly unread: readonly { readonly what: string; readonly fault: Fault }[]
}

/**
 * Reads everything of a tenant that may become a text message with a code.
 * @returns a fault only where not even its connections can be read
 */
export async function liveTexts(api: Auth0Api): Promise<ApiResult<LiveTexts>> {
  const listed = await api.connections.list('sms')
  if (!listed.ok) return listed
  const unread: { what: string; fault: Fault }[] = []
  const read = async <T>(what: string, call: Promise<ApiResult<T>>): Promise<T | undefined> => {
    const result = await call
    if (result.ok) return result.value
    unread.push({ what, fault: result.fault })
    return undefined
  }
  const unifiedPhone = await read('the Unified Phone Experience', api.phone.isUnified())
  const texts: LiveText[] = []
  for (const connection of listed.value) {
    const states = await read(`applications of ${connection.name}`, appStates(connection.id, api))
    const apps = states?.filter(({ on }) => on)
    if (connection.options === undefined) {
      const fault: Fault = { kind: 'refused', status: 403, scopes: ['read:connections_options'] }
      unread.push({ what: connection.name, fault })
    } else texts.push(connectionText(connection, connection.options, apps, unifiedPhone, api))
  }
  const templates = (await read('phone templates', api.phone.templates())) ?? []
  const providers = (await read('phone providers', api.phone.providers())) ?? []
  for (const { type, disabled, content } of templates) {
    const target = phoneTemplateTarget(type, api)
    texts.push({ target, fields: { disabled, content }, ...phoneState(disabled, unifiedPhone) })
  }
  const guardian = await read('the messages of Guardian', api.phone.guardian())
  if (guardian) texts.push({ target: guardianTarget(api), fields: guardian, ...guardianState })
  return { ok: true, value: { texts, unifiedPhone, providers, unread } }
}

function connectionText(
  { name }: TenantConnection,
  fields: Fields,
  apps: readonly App[] | undefined,
  unifiedPhone: boolean | undefined,
  api: Auth0Api,
): LiveText {
  const found = { target: connectionTarget(name, api), fields, ...(apps && { apps }) }
  if (apps?.length === 0) return { ...found, live: 'no', why: 'no application may use it' }
  if (unifiedPhone === undefined)
    return { ...found, live: 'unknown', why: 'nobody knows whether phone templates replace it' }
  // https://auth0.com/docs/customize/phone-messages/unified-phone-experience
  if (unifiedPhone)
    return {
      ...found,
      live: 'unknown',
      why: 'the Unified Phone Experience is on, and Auth0 does not say which text its passwordless codes have: codeword connection probe finds out',
    }
  const isGateway = fields.provider === 'sms_gateway'
  const why = isGateway
    ? 'your SMS gateway gets it, and may send something else'
    : 'codes of passwordless logins, through Twilio'
  return { ...found, live: 'yes', why }
}

function phoneState(
  disabled: boolean,
  unifiedPhone: boolean | undefined,
): Pick<LiveText, 'live' | 'why'> {
  if (unifiedPhone === false) return { live: 'no', why: 'the Unified Phone Experience is off' }
  if (disabled) return { live: 'no', why: 'it is disabled' }
  return unifiedPhone
    ? { live: 'yes', why: 'the Unified Phone Experience is on' }
    : { live: 'unknown', why: 'nobody knows whether the Unified Phone Experience is on' }
}

/** https://auth0.com/docs/secure/multi-factor-authentication/customize-mfa/customize-sms-or-voice-messages */
const guardianState = {
  live: 'unknown',
  why: 'codes of multi-factor authentication, where phones are a factor',
} as const
