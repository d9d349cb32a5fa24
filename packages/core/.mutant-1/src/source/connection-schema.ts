/**
 * Auth0's passwordless connections, after the schemas of its Management API: ConnectionOptionsSMS,
 * ConnectionOptionsEmail and ConnectionCommon in
 * https://auth0.com/docs/api/management/v2/connections/patch-connections-by-id
 *
 * Laxer than those where the real API is: it returns null for unset Twilio fields although the schema
 * knows no null, `authParams` is an object in its replies, and further options are allowed.
 * The length of templates is left to the rules for templates.
 */
const nullableText = { type: ['string', 'null'] } as const

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const

const purpose = { type: 'object', properties: { active: { type: 'boolean' } } } as const

const totp = {
  type: 'object',
  properties: {
    length: { type: 'integer', minimum: 4, maximum: 40 },
    time_step: { type: 'integer', minimum: 60 },
  },
  additionalProperties: false,
} as const

const commonOptions = {
  totp,
  authParams: {},
  disable_signup: { type: 'boolean' },
  brute_force_protection: { type: 'boolean' },
  non_persistent_attrs: {
    type: 'array',
    maxItems: 96,
    items: { type: 'string', maxLength: 255 },
  },
  upstream_params: { type: ['object', 'null'] },
  request_language: nullableText,
} as const

const smsOptions = {
  type: 'object',
  properties: {
    ...commonOptions,
    name: text(255),
    strategy: { const: 'sms' },
    from: { type: ['string', 'null'], maxLength: 128 },
    twilio_sid: {
      type: ['string', 'null'],
      pattern: '^AC[0-9a-fA-F]{32}$',
      description: 'an account SID, AC and 32 hexadecimal digits',
    },
    twilio_token: nullableText,
    messaging_service_sid: {
      type: ['string', 'null'],
      pattern: '^(MG[0-9a-fA-F]{32})?$',
      description: 'a messaging service SID, MG and 32 hexadecimal digits',
    },
    template: { type: 'string' },
    syntax: { type: 'string', enum: ['liquid', 'md_with_macros'] },
    provider: { type: ['string', 'null'], enum: ['sms_gateway', 'twilio', null] },
    gateway_url: {
      type: ['string', 'null'],
      maxLength: 255,
      pattern: '^https://',
      description: 'an address that begins with https://',
    },
    gateway_authentication: {
      type: ['object', 'null'],
      required: ['method', 'audience', 'secret'],
      properties: {
        method: text(20),
        audience: text(128),
        subject: { ...text(64), type: ['string', 'null'] },
        secret: text(5120),
        secret_base64_encoded: { type: 'boolean' },
      },
    },
    forward_req_info: { type: 'boolean' },
  },
} as const

const emailOptions = {
  type: 'object',
  properties: {
    ...commonOptions,
    name: text(128),
    email: {
      type: 'object',
      properties: {
        body: { type: 'string' },
        from: { type: 'string' },
        subject: { type: 'string' },
        syntax: { const: 'liquid' },
      },
      additionalProperties: false,
    },
  },
} as const

const connection = (strategy: string, options: object): object => ({
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: {
      ...text(128),
      pattern: '^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$',
      description: 'letters, digits and single hyphens between them',
    },
    strategy: { const: strategy },
    display_name: text(128),
    realms: { type: 'array', maxItems: 10, items: { type: 'string' } },
    is_domain_connection: { type: 'boolean' },
    show_as_button: { type: 'boolean' },
    metadata: {
      type: 'object',
      maxProperties: 10,
      additionalProperties: { type: ['string', 'null'], maxLength: 255 },
    },
    enabled_clients: { type: 'array', items: { type: 'string' } },
    authentication: purpose,
    connected_accounts: purpose,
    cross_app_access_requesting_app: purpose,
    options,
  },
})

/** The schemas by strategy. */
export const connectionSchemas: Readonly<Record<string, object>> = {
  sms: connection('sms', smsOptions),
  email: connection('email', emailOptions),
}
