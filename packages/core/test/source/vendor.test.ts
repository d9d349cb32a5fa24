import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profileNamed, profiles } from '../../src/profile/registry.ts'
import { connectionSchemas } from '../../src/source/connection-schema.ts'
import { valueAt } from '../../src/text/mistakes.ts'

/**
 * What concerns us in Auth0's OpenAPI document of its Management API, as of June 2026:
 * https://github.com/auth0/docs-v2/blob/main/main/docs/oas/management/v2/management-api-oas.json
 * AUTH0_OPENAPI names a copy of the whole document to compare with instead.
 */
const fields = (...names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, {}]))

const digest = {
  components: {
    schemas: {
      UpdateConnectionRequestContent: {
        properties: fields(
          'display_name',
          'options',
          'enabled_clients',
          'is_domain_connection',
          'show_as_button',
          'realms',
          'metadata',
          'authentication',
          'connected_accounts',
          'cross_app_access_requesting_app',
        ),
      },
      ConnectionGatewayAuthentication: { required: ['method', 'audience', 'secret'] },
      PhoneTemplateNotificationTypeEnum: {
        enum: ['otp_verify', 'otp_enroll', 'change_password', 'blocked_account', 'password_breach'],
      },
      PhoneTemplateBody: { properties: { text: { maxLength: 20_000 } } },
    },
  },
}

const path = process.env.AUTH0_OPENAPI
const vendor = path === undefined ? digest : JSON.parse(readFileSync(path, 'utf8'))
const schema = (...steps: readonly string[]): unknown =>
  valueAt(vendor, ['components', 'schemas', ...steps])
const keysOf = (value: unknown): readonly string[] => Object.keys(Object(value))

describe("Auth0's own schemas", () => {
  it('have no field of a connection that ours lack', () => {
    const ours = keysOf(valueAt(connectionSchemas.sms, ['properties']))
    const theirs = keysOf(schema('UpdateConnectionRequestContent', 'properties'))
    expect(theirs.length).toBeGreaterThan(5)
    expect(theirs.filter((key) => !ours.includes(key))).toEqual([])
  })

  it('agree on what a gateway must be told', () => {
    const at = ['properties', 'options', 'properties', 'gateway_authentication', 'required']
    expect(valueAt(connectionSchemas.sms, at)).toEqual(
      schema('ConnectionGatewayAuthentication', 'required'),
    )
  })

  it('have the phone templates that profiles stand for', () => {
    const ours = [...profiles.values()]
      .filter(({ name }) => name.startsWith('auth0-phone'))
      .flatMap(({ signs }) => signs.templateTypes)
    expect(ours.sort()).toEqual(
      [...(schema('PhoneTemplateNotificationTypeEnum', 'enum') as string[])].sort(),
    )
    expect(profileNamed('auth0-phone')!.limits.template).toBe(
      schema('PhoneTemplateBody', 'properties', 'text', 'maxLength'),
    )
  })
})
