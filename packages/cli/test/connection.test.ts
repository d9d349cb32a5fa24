import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FakeOptions, ScriptedFault, Step } from '@codeword/auth0/fake'
import { openSource, openTemplate, requestLanguage } from '@codeword/core'
import { credentialsFrom, twilioApi } from '@codeword/twilio'
import { fakeTwilio } from '@codeword/twilio/fake'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runHere } from './cli.ts'
import { accountSid as sid, sms, tenant, authToken as token } from './tenant.ts'

test('pull, diff, push and rollback', async () => {
  const { fake, cwd, connection, write } = await tenant()
  expect(await connection('pull')).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(join(cwd, 'sms.liquid'), 'utf8')).toBe('Your code is {{ code }}')
  expect(await connection('diff', '--exit-code')).toMatchObject({
    code: 0,
    out: 'Nothing changes.\n',
  })

  write('Code: {{ code }}')
  const shown = await connection('diff', '--exit-code')
  expect(shown.code).toBe(1)
  expect(shown.out).toContain('- Your code is 123456\n  + Code: 123456')
  const dry = await connection('push')
  expect(dry).toMatchObject({
    code: 0,
    out: shown.out,
    err: 'Nothing was written: --yes writes it\n',
  })
  expect(fake.asked.patch).toBe(0)

  const pushed = await connection('push', '--request-language', 'en-US', '--yes')
  expect(pushed.out).toContain('request_language: (none) → "en-US"')
  expect(pushed.code).toBe(0)
  const after = { ...sms.options, template: 'Code: {{ code }}', request_language: 'en-US' }
  expect(fake.connections).toEqual([{ ...sms, options: after }])

  expect(await connection('rollback', '--yes')).toMatchObject({ code: 0 })
  expect(fake.connections).toEqual([sms])
})

describe('end to end on this machine', () => {
  const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url))

  test.each(['auth0-sample-repaired', 'ok/two-languages', 'ok/twelve-languages'])(
    '%s: what the phone gets is what codeword render prints',
    async (name) => {
      const twilio = await fakeTwilio({ accountSid: sid, authToken: token })
      onTestFinished(twilio.close)
      const credentials = credentialsFrom({ TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token })
      if ('problem' in credentials) throw new Error(credentials.problem)
      const api = await twilioApi(credentials, { endpoint: twilio.address })
      const { fake, connection, write, cwd } = await tenant({
        deliver: (to, body, { from }) =>
          api.create({ to, body, from: { kind: 'number', value: String(from) } }),
      })
      const template = readFileSync(join(fixtures, `${name}.liquid`), 'utf8')
      await connection('pull')
      write(template)
      expect((await connection('push', '--yes')).code).toBe(0)
      const { templates } = (await openSource('otp.liquid', template))!
      const { outcomes } = openTemplate(templates[0]!).analysis()!
      let compared = 0
      for (const { value, languages } of outcomes) {
        const asked = languages[0] ?? value
        const headers = asked === null ? {} : { 'x-request-language': asked }
        if (requestLanguage(Object.entries(headers)).value !== asked) continue
        const body = {
          client_id: 'client',
          connection: 'sms',
          phone_number: '+447700900123',
          send: 'code',
        }
        await fetch(`${fake.address}/passwordless/start`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        })
        const language = asked === null ? [] : ['--language', asked]
        const { out } = await runHere(['render', 'sms.liquid', ...language], { cwd })
        expect(twilio.messages.at(-1)!.body).toBe(out)
        compared++
      }
      expect(compared).toBe(outcomes.length)
      expect(twilio.messages).toHaveLength(compared)
    },
  )
})

describe('a push', () => {
  // `packages/auth0/test` has the whole table.
  test.each<ScriptedFault<Step>>([
    { step: 'list', fault: 'html' },
    { step: 'get', fault: 'truncated' },
    { step: 'patch', fault: 'reset' },
    { step: 'patch', fault: 'reset-in-answer' },
  ])('loses nothing where $step is $fault', async (scripted) => {
    const calm = await tenant()
    await calm.connection('pull')
    const { fake, connection, write, cwd } = await tenant({ faults: [scripted] })
    cpSync(calm.cwd, cwd, { recursive: true })
    write('Code: {{ code }}')
    const { code } = await connection('push', '--yes')
    const after = { ...sms.options, template: 'Code: {{ code }}' }
    const isLost = scripted.fault === 'reset'
    expect(code).toBe(isLost ? 3 : 0)
    expect(fake.connections[0]!.options).toEqual(isLost ? sms.options : after)
  })

  test('is refused where the tenant has changed since, or an option would vanish', async () => {
    const { fake, cwd, connection, write } = await tenant()
    await connection('pull')
    write('Code: {{ code }}')
    const file = join(cwd, 'sms.json')
    const value = JSON.parse(readFileSync(file, 'utf8'))
    const { totp: _, ...fewer } = value.options
    writeFileSync(file, JSON.stringify({ ...value, options: fewer }))
    expect(await connection('push', '--yes')).toMatchObject({
      code: 3,
      err: 'codeword: the tenant has options that are missing here, and writing would lose them: totp\n',
    })
    writeFileSync(file, JSON.stringify(value))
    fake.connections[0]!.options = { ...sms.options, syntax: 'md_with_macros' }
    const { code, err } = await connection('push', '--yes')
    expect([code, err]).toEqual([
      3,
      'codeword: the tenant has changed since: codeword connection pull sms --force, then make your change again\n',
    ])
    expect(fake.asked.patch).toBe(0)
  })
})

describe('says what is wrong', () => {
  test.each<[readonly string[], Partial<FakeOptions>, number, string]>([
    [['pul'], {}, 2, "connection: there is no 'pul'; did you mean pull?"],
    [['pull', 'a', 'b'], {}, 2, 'connection pull takes one name: codeword connection pull sms'],
    [
      ['pull', 'smss'],
      {},
      3,
      "the tenant has no SMS connection smss: there is no 'smss'; did you mean sms?",
    ],
    [['push'], {}, 2, 'sms: read it first: codeword connection pull sms'],
    [['rollback'], {}, 2, 'sms: nothing was pushed from here'],
    [
      ['pull'],
      { scopes: ['read:connections'] },
      3,
      'this token may not read the options, and writing would lose them: it needs the scope read:connections_options',
    ],
    [['pull'], { scopes: [] }, 3, 'Auth0 refuses this token: it needs the scope read:connections'],
    [['pull'], { clientSecret: 'another' }, 3, 'Auth0 does not know these credentials'],
  ])('%j', async (args, options, code, message) => {
    const { connection } = await tenant(options)
    expect(await connection(...args)).toEqual({ code, out: '', err: `codeword: ${message}\n` })
  })

  test('where files say something else, or belong to another tenant', async () => {
    const { connection, write, cwd } = await tenant()
    await connection('pull')
    write('mine')
    expect((await connection('pull')).err).toBe(
      'codeword: sms.liquid: another text stands there: --force replaces it\n',
    )
    expect((await connection('pull', '--force')).code).toBe(0)
    const seen = join(cwd, '.codeword/connections/sms.json')
    writeFileSync(
      seen,
      readFileSync(seen, 'utf8').replace('tenant.example.com', 'other.example.com'),
    )
    expect((await connection('push')).err).toContain('it was pulled from other.example.com')
    rmSync(join(cwd, 'sms.json'))
    writeFileSync(
      seen,
      readFileSync(seen, 'utf8').replace('other.example.com', 'tenant.example.com'),
    )
    expect((await connection('push')).code).toBe(2)
  })
})
