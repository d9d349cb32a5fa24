import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FakeOptions, fakeTwilio } from '@codeword/twilio/fake'
import { describe, expect, onTestFinished, test } from 'vitest'
import { accountSid, authToken, sms, tenant } from './tenant.ts'

/** Right for every value: nobody but who asks for French gets it. */
const template =
  "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}{%- case tag -%}{%- when 'fr' -%}Votre code : {{ code }}{%- else -%}Your code: {{ code }}{%- endcase -%}"

async function empty(twilioOptions: Partial<FakeOptions> = {}) {
  const twilio = await fakeTwilio({ accountSid, authToken, ...twilioOptions })
  onTestFinished(twilio.close)
  const env = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken }
  const apps = [
    { client_id: 'web', name: 'Acme Web' },
    { client_id: 'app', name: 'Acme App' },
  ]
  const here = await tenant({ connections: [], apps }, env)
  const otp = (text: string): void => writeFileSync(join(here.cwd, 'otp.liquid'), text)
  otp(template)
  const setup = (...args: readonly string[]) =>
    here.connection(
      'setup',
      '--message',
      'otp.liquid',
      ...args,
      '--twilio-endpoint',
      twilio.address,
    )
  return { ...here, otp, setup }
}

test('from nothing to a message: set up, enable an application, start a login', async () => {
  const texts: string[] = []
  const { fake, setup, connection } = await empty()
  const shown = await setup('--from', '+15005550006')
  expect(shown).toEqual({
    code: 0,
    err: 'Nothing was written: --yes writes it\n',
    out: `Twilio: the account is active, it has the sender
otp.liquid: nothing wrong
sms
  syntax: "liquid"
  totp: {"length":6,"time_step":180}
  provider: "twilio"
  twilio_sid: "##TWILIO_SID##"
  twilio_token: "##TWILIO_TOKEN##"
  from: "##FROM##"
  brute_force_protection: true
`,
  })
  expect(fake.connections).toEqual([])
  const args = ['--from', '+15005550006', '--code-length', '8', '--code-lifetime', '300']
  expect(await setup(...args, '--yes')).toMatchObject({ code: 0, err: '' })
  expect(fake.connections).toMatchObject([
    {
      name: 'sms',
      strategy: 'sms',
      options: {
        template,
        syntax: 'liquid',
        totp: { length: 8, time_step: 300 },
        twilio_sid: accountSid,
        twilio_token: authToken,
        from: '+15005550006',
      },
    },
  ])

  expect((await connection('apps')).out).toBe(
    'off        Acme App  app\noff        Acme Web  web\n',
  )
  const dry = await connection('apps', '--enable', 'Acme Web')
  expect(dry.out).toBe('off        Acme App  app\non  (new)  Acme Web  web\n')
  expect(dry.err).toBe('Nothing was written: --yes writes it\n')
  expect((await connection('apps', '--enable', 'web', '--yes')).code).toBe(0)
  const listed = JSON.parse((await connection('apps', '--json')).out)
  expect(listed.apps.map(({ on }: { readonly on: boolean }) => on)).toEqual([false, true])
  expect((await connection('apps', '--disable', 'web', '--yes')).code).toBe(0)
  expect([...fake.tenant.enabled.values()].map((each) => [...each])).toEqual([[]])
  expect(texts).toEqual([])
})

describe('setup refuses', () => {
  const service = `MG${'1'.repeat(32)}`
  test.each<[string, readonly string[], number, string]>([
    [template, [], 2, 'setup: who sends it? Give --from or --messaging-service'],
    [
      template,
      ['--from', '+15005550010'],
      3,
      'Twilio: the account has no such number that can send texts',
    ],
    [
      template,
      ['--messaging-service', service],
      3,
      'Twilio: the account has no such messaging service',
    ],
    [
      template,
      ['--from', 'Acme', '--code-length', '3'],
      2,
      "--code-length: '3' is no number from 4 to 40",
    ],
    [
      template.replaceAll('{{ code }}', '@@password@@'),
      ['--from', 'Acme'],
      2,
      'otp.liquid: it has both @@…@@ and Liquid, and Auth0 does not say which syntax allows that: write {{ code }}, or choose with --syntax',
    ],
    ['Hello', ['--from', 'Acme'], 2, 'otp.liquid: mend the message first: codeword otp.liquid'],
  ])('%j with %j', async (text, args, code, message) => {
    const { otp, setup, fake } = await empty()
    otp(text)
    const outcome = await setup(...args, '--yes')
    expect([outcome.code, outcome.err]).toEqual([code, `codeword: ${message}\n`])
    expect(fake.connections).toEqual([])
  })

  test('a name that is taken, and a Twilio that cannot be asked', async () => {
    const { setup } = await empty()
    await setup('--from', 'Acme', '--yes')
    expect((await setup('--from', 'Acme', '--yes')).err).toBe(
      'codeword: the tenant has sms already: codeword connection push changes it\n',
    )
    const { setup: strange, fake } = await empty({ authToken: 'another' })
    expect(await strange('--from', 'Acme', '--yes')).toMatchObject({ code: 3 })
    expect(fake.connections).toEqual([])
  })
})

describe('apps refuses', () => {
  test.each<[readonly string[], string]>([
    [['--enable', 'Acme Wob'], "--enable: there is no 'Acme Wob'; did you mean Acme Web?"],
    [['--enable', 'Twin'], "--enable: 2 applications are called 'Twin': give its id"],
    [
      ['--enable', 'web', '--disable', 'Acme Web'],
      'an application is both enabled and disabled: name it once',
    ],
  ])('%j', async (args, message) => {
    const apps = [
      { client_id: 'web', name: 'Acme Web' },
      { client_id: '1', name: 'Twin' },
      { client_id: '2', name: 'Twin' },
    ]
    const { connection, fake } = await tenant({ apps, enabled: { [sms.name]: [] } })
    const { code, err } = await connection('apps', ...args, '--yes')
    expect([code, err]).toEqual([2, `codeword: ${message}\n`])
    expect(fake.asked.turn).toBe(0)
  })
})
