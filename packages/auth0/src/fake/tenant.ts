import type { FakeApp, FakeConnection, FakeOptions, FakePhoneTemplate } from './options.ts'

/** What the fake holds, and what is written changes. */
export interface TenantState {
  readonly connections: FakeConnection[]
  readonly apps: readonly FakeApp[]
  /** Ids of the applications that may use a connection, by its id. */
  readonly enabled: Map<string, Set<string>>
  guardian: Readonly<Record<string, unknown>>
  readonly phoneTemplates: FakePhoneTemplate[]
  readonly phoneProviders: readonly { readonly name: string; readonly disabled: boolean }[]
  readonly unifiedPhone: boolean
}

/** https://auth0.com/docs/secure/multi-factor-authentication/customize-mfa/customize-sms-or-voice-messages */
const guardianDefaults = {
  enrollment_message:
    '{{code}} is your verification code for {{tenant.friendly_name}}. Please enter this code to verify your enrollment.',
  verification_message: '{{code}} is your verification code for {{tenant.friendly_name}}',
}

export function tenantState(options: FakeOptions): TenantState {
  const { clientId, enabled, guardian = guardianDefaults, unifiedPhone = false } = options
  const connections = structuredClone(options.connections) as FakeConnection[]
  const apps = options.apps ?? [{ client_id: clientId, name: 'Codeword' }]
  const everyApp = apps.map(({ client_id }) => client_id)
  return {
    connections,
    apps,
    enabled: new Map(connections.map(({ id, name }) => [id, new Set(enabled?.[name] ?? everyApp)])),
    guardian,
    phoneTemplates: structuredClone(options.phoneTemplates ?? []) as FakePhoneTemplate[],
    phoneProviders: options.phoneProviders ?? [],
    unifiedPhone,
  }
}
