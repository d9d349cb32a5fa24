import { describe, expect, test } from 'vitest'
import { sms, tenant } from './tenant.ts'

const phoneTemplates = [
  {
    id: 'tem_1',
    type: 'otp_verify',
    disabled: false,
    content: { syntax: 'liquid', body: { text: 'Code {{ code }}', voice: '{{ code }}' } },
  },
]
const apps = [
  { client_id: 'web', name: 'Acme Web' },
  { client_id: 'app', name: 'Acme App' },
]
const sample = {
  ...sms,
  id: 'con_2',
  name: 'sample',
  options: {
    ...sms.options,
    template: "{% if request_language contains 'dutch' %}Code: {{ code }}{% endif %}",
  },
}
const all = { connections: [sms, sample], apps, phoneTemplates }

test('says which text is live, who uses it, and what is wrong with it', async () => {
  const { connection, fake } = await tenant({
    ...all,
    enabled: { sms: ['web', 'app'], sample: [] },
  })
  const { code, out, err } = await connection('doctor')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^sms: live: codes of passwordless logins, through Twilio\n/)
  expect(out).toContain('  used by Acme App, Acme Web\n  linter: nothing wrong\n')
  expect(out).toContain('sample: not live: no application may use it\n')
  expect(out).toMatch(/ {4}empty-message: .+\n/)
  expect(out).toContain(
    'phone-templates/otp_verify: not live: the Unified Phone Experience is off\n',
  )
  expect(out).toContain('guardian/templates/sms: perhaps live: ')
  expect(out).toContain('\nUnified Phone Experience: off\n')
  expect(fake.asked.patch + fake.asked['write-template'] + fake.asked['write-guardian']).toBe(0)
})

test('ends with 1 where customers may get a text with an error', async () => {
  const { connection } = await tenant({ ...all, enabled: { sms: ['web'], sample: ['web'] } })
  const { code, out } = await connection('doctor', '--json')
  expect(code).toBe(1)
  const { texts } = JSON.parse(out)
  expect(texts[1]).toMatchObject({ name: 'sample', live: 'yes', apps: ['Acme Web'] })
  expect(texts[1].diagnostics.map(({ rule }: { readonly rule: string }) => rule)).toContain(
    'empty-message',
  )
})

describe('with the Unified Phone Experience', () => {
  test('nobody says which text passwordless codes have', async () => {
    const phoneProviders = [{ name: 'custom', disabled: false }]
    const { connection } = await tenant({ ...all, unifiedPhone: true, phoneProviders })
    const { out } = await connection('doctor')
    expect(out).toContain('sms: perhaps live: the Unified Phone Experience is on')
    expect(out).toContain('phone-templates/otp_verify: live: ')
    expect(out).toContain('Unified Phone Experience: on, sent by custom\n')
  })

  test('nobody sends where its providers are disabled', async () => {
    const { connection } = await tenant({ ...all, unifiedPhone: true })
    expect((await connection('doctor')).out).toContain('on, and nobody sends for it\n')
  })
})

test('a gateway may send something else', async () => {
  const gateway = { ...sms, options: { ...sms.options, provider: 'sms_gateway' } }
  const { connection } = await tenant({ connections: [gateway] })
  expect((await connection('doctor')).out).toContain('your SMS gateway gets it, and may send')
})

test('what the token may not read is named', async () => {
  const scopes = ['read:connections', 'read:connections_options']
  const { connection } = await tenant({ ...all, scopes })
  const { code, out } = await connection('doctor')
  expect(code).toBe(1)
  expect(out).toContain('Unified Phone Experience: not known\n')
  expect(out.match(/it needs the scope .+/g)).toEqual([
    'it needs the scope read:tenant_settings',
    'it needs the scope read:clients',
    'it needs the scope read:clients',
    'it needs the scope read:phone_templates',
    'it needs the scope read:phone_providers',
    'it needs the scope read:guardian_factors',
  ])
  const { connection: none } = await tenant({ ...all, scopes: [] })
  expect((await none('doctor')).code).toBe(3)
})
