import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Behaviour, FakeOptions } from '@codeword/auth0/fake'
import { describe, expect, test } from 'vitest'
import { freePort } from '../../twilio/test/free-port.ts'
import { runHere } from './cli.ts'
import { sms, tenant } from './tenant.ts'

const code = '917346'
const phone = '+447700900123'
const template =
  "{%- assign tag = request_language | downcase | slice: 0, 2 -%}{%- case tag -%}{%- when 'fr' -%}Votre code : {{ code }}{%- else -%}Your code: {{ code }}{%- endcase -%} "

async function probing(options: Partial<FakeOptions> = {}, more: object = {}) {
  const port = await freePort()
  const connection = {
    ...sms,
    name: 'sms-test',
    options: {
      ...sms.options,
      template,
      provider: 'sms_gateway',
      gateway_url: `http://127.0.0.1:${port}/`,
      gateway_authentication: { method: 'bearer', audience: 'a', secret: 'fake-gateway-secret' },
      ...more,
    },
  }
  const here = await tenant(
    { connections: [connection], code, ...options },
    { CODEWORD_TO_ME: phone },
  )
  const probe = async (...args: readonly string[]) => {
    const outcome = await here.connection('probe', 'sms-test', '--to', 'me', ...args)
    for (const text of [outcome.out, outcome.err])
      for (const canary of [code, phone]) expect(text).not.toContain(canary)
    return outcome
  }
  const captured = (...args: readonly string[]) =>
    probe('--capture', String(port), '--wait', '2', ...args)
  const facts = () => JSON.parse(readFileSync(join(here.cwd, 'codeword.tenant.json'), 'utf8'))
  return { ...here, held: connection, probe, captured, facts }
}

const headersSeen = {
  'x-request-language': true,
  'accept-language': true,
  first: true,
  empty: true,
  none: true,
}

test('says what it would do, and does nothing', async () => {
  const { captured, fake } = await probing()
  expect(await captured('--experiment')).toEqual({
    code: 0,
    err: 'Nothing was started: --yes does it\n',
    out: `sms-test: 9 logins, the gateway gets the texts; Auth0 allows 50 an hour from one address
  5 about headers, 2 about texts, 2 about options.syntax, for which the connection is written
`,
  })
  expect([fake.asked.start, fake.asked.patch]).toEqual([0, 0])
})

test('without a gateway, finds out what request_language is', async () => {
  const { probe, facts } = await probing({}, { provider: 'twilio' })
  const { code: exit, out } = await probe('--yes')
  expect(exit).toBe(0)
  expect(out).toContain('  X-Request-Language wins over Accept-Language\n')
  expect(facts()).toMatchObject({
    version: 1,
    tenant: 'tenant.example.com',
    connection: 'sms-test',
    requestLanguage: headersSeen,
    syntax: {},
  })
})

test("the connection's own language may stand in for a header", async () => {
  const options = { provider: 'twilio', request_language: 'de' }
  const { probe, facts, fake } = await probing({}, options)
  expect((await probe('--yes')).code).toBe(0)
  const { 'accept-language': _, none: __, ...told } = headersSeen
  expect(facts().requestLanguage).toEqual({ ...told, option: true })
  expect(fake.asked.start).toBe(4)
})

const behaviours: readonly (readonly [string, Behaviour, object])[] = [
  [
    'both, Liquid first',
    {
      liquid: { runs: ['liquid', 'macros'] },
      md_with_macros: { runs: ['liquid', 'macros'] },
      trims: false,
    },
    {
      syntax: {
        liquid: { runsLiquid: true, replacesMacros: true, first: 'liquid' },
        md_with_macros: { runsLiquid: true, replacesMacros: true, first: 'liquid' },
      },
      trims: false,
    },
  ],
  [
    'one or the other, trimmed',
    { liquid: { runs: ['liquid'] }, md_with_macros: { runs: ['macros'] }, trims: true },
    {
      syntax: {
        liquid: { runsLiquid: true, replacesMacros: false },
        md_with_macros: { runsLiquid: false, replacesMacros: true },
      },
      trims: true,
    },
  ],
  [
    'macros first',
    {
      liquid: { runs: ['macros', 'liquid'] },
      md_with_macros: { runs: ['macros', 'liquid'] },
      trims: false,
    },
    {
      syntax: {
        liquid: { runsLiquid: true, replacesMacros: true, first: 'macros' },
        md_with_macros: { runsLiquid: true, replacesMacros: true, first: 'macros' },
      },
    },
  ],
]

describe('finds out what each syntax does, and gives the connection back what it had', () => {
  test.each(behaviours)('%s', async (_, behaviour, expected) => {
    const { captured, facts, fake, held } = await probing({ behaviour })
    const { code: exit, out, err } = await captured('--experiment', '--yes')
    expect([exit, err]).toEqual([0, expect.not.stringContaining('codeword:')])
    expect(out).toContain('  2 of 2 texts came as codeword render predicts them\n')
    expect(facts()).toMatchObject({
      ...expected,
      requestLanguage: headersSeen,
      texts: { compared: 2, same: 2 },
    })
    expect(fake.connections[0]!.options).toEqual(held.options)
    expect(fake.asked).toMatchObject({ start: 9, patch: 3 })
  })
})

test('lint knows then what customers read', async () => {
  const [, [, behaviour]] = behaviours as unknown as [unknown, (typeof behaviours)[0]]
  const { captured, cwd } = await probing({ behaviour })
  const mixed = {
    name: 'sms',
    strategy: 'sms',
    options: { syntax: 'liquid', template: 'Your code is @@password@@' },
  }
  writeFileSync(join(cwd, 'mixed.json'), JSON.stringify(mixed))
  const lint = () => runHere(['lint', 'mixed.json'], { cwd })
  const before = await lint()
  expect([before.code, before.out]).toEqual([0, expect.stringContaining('may read')])
  await captured('--experiment', '--yes')
  const after = await lint()
  expect(after.out).toContain('this tenant was seen not to replace macros there')
  expect(after.code).toBe(1)
  writeFileSync(join(cwd, 'codeword.tenant.json'), '{ "version": 2 }')
  expect(await lint()).toMatchObject({ code: 2 })
})

test('a text that is not the predicted one is shown, without its code', async () => {
  const behaviour: Behaviour = {
    liquid: { runs: ['macros'] },
    md_with_macros: { runs: ['macros'] },
    trims: false,
  }
  const { captured, facts } = await probing({ behaviour }, { template: '{{ code }} @@password@@' })
  const { code: exit, out } = await captured('--yes')
  expect(exit).toBe(1)
  expect(out).toContain('got otherwise:\n    {{ code }} 123456\n')
  expect(facts().texts).toEqual({ compared: 1, same: 0 })
})

describe('whatever goes wrong, the connection has what it had, or can be given it back', () => {
  // The eighth login is the first with a text of the probe's own.
  test.each(
    [0, 7].flatMap((after) =>
      (['busy', 'broken', 'reset', 'reset-in-answer', 'html', 'truncated'] as const).map(
        (fault) => ({ after, fault }),
      ),
    ),
  )('a login that is $fault after $after that were not', async ({ after, fault }) => {
    const { captured, fake, held } = await probing({ faults: [{ step: 'start', fault, after }] })
    const { code: exit } = await captured('--experiment', '--yes')
    expect(exit).toBe(3)
    expect(fake.connections[0]!.options).toEqual(held.options)
    expect(fake.asked).toMatchObject({ start: after + 1, patch: after === 0 ? 0 : 2 })
  })

  test.each(['reset', 'reset-in-answer', 'truncated'] as const)(
    'a PATCH that is %s',
    async (fault) => {
      const { captured, fake, held, connection } = await probing({
        faults: [{ step: 'patch', fault }],
      })
      await captured('--experiment', '--yes')
      await connection('rollback', 'sms-test', '--yes')
      expect(fake.connections[0]!.options).toEqual(held.options)
    },
  )

  test('a gateway that leads elsewhere', async () => {
    const { captured, fake } = await probing({}, { gateway_url: 'http://127.0.0.1:9/' })
    const { code: exit, err } = await captured('--yes')
    expect([exit, err]).toEqual([3, expect.stringContaining('did not take the message')])
    expect(fake.asked.start).toBe(1)
  })
})

describe('refuses', () => {
  test.each<[readonly string[], number, string]>([
    [['probe'], 2, 'probe: which connection? codeword connection probe sms-test --to me'],
    [['probe', 'sms-test'], 2, 'probe: whose number logs in? Give --to me'],
    [
      ['probe', 'sms-test', '--to', 'me', '--experiment'],
      2,
      '--experiment: nobody would see the texts: give --capture, too',
    ],
    [
      ['probe', 'sms', '--to', 'me', '--capture', '1', '--experiment'],
      2,
      '--experiment: sms is what customers use: try it on a connection for tests',
    ],
    [
      ['probe', 'sms-test', '--to', 'me', '--max-logins', '4'],
      2,
      'probe: these are 5 logins: --max-logins 5',
    ],
    [
      ['probe', 'sms-test', '--to', 'me', '--app', 'Nobody'],
      2,
      "--app: there is no 'Nobody', only Codeword",
    ],
  ])('%j', async (args, exit, message) => {
    const gateway = { ...sms.options, provider: 'sms_gateway' }
    const connections = [
      { ...sms, options: gateway },
      { ...sms, id: 'con_2', name: 'sms-test', options: gateway },
    ]
    const { connection, fake } = await tenant({ connections }, { CODEWORD_TO_ME: phone })
    const outcome = await connection(...args)
    expect([outcome.code, outcome.err]).toEqual([exit, `codeword: ${message}\n`])
    expect(fake.asked.start).toBe(0)
  })
})
