import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FakeOptions, fakeTwilio, faultNames } from '@codeword/twilio/fake'
import { describe, expect, onTestFinished, test } from 'vitest'
import { codeword, codewordAsync, type Outcome, start } from './cli.ts'
import { folderWith } from './folder.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 3)

const accountSid = `AC${'c0de'.repeat(8)}`
const authToken = 'fake-token-canary-0002'
const number = '+447700900123'
const canaries = [
  accountSid,
  authToken,
  number,
  number.slice(1),
  btoa(`${accountSid}:${authToken}`),
]

const template = `{% if request_language == 'fr' %}Votre code : {{ code }}{% else %}Your code: {{ code }}{% endif %}`
const env = {
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  CODEWORD_TO_ME: number,
  NO_COLOR: '1',
}

async function running(options: Partial<FakeOptions> = {}) {
  const fake = await fakeTwilio({ accountSid, authToken, ...options })
  onTestFinished(fake.close)
  const cwd = folderWith({ 'otp.liquid': template })
  const given = [
    ...['send', 'otp.liquid', '--to', 'me', '--from', '+15005550006'],
    ...['--endpoint', fake.address],
  ]
  const run = (args: readonly string[]) => start([...given, ...args], { cwd, env })
  const send = async (...args: readonly string[]): Promise<Outcome> => {
    const outcome = await codewordAsync([...given, ...args], { cwd, env })
    noCanary(cwd, outcome.out, outcome.err)
    return outcome
  }
  return { fake, cwd, send, run }
}

/** Not on a screen, nor in any file that a run leaves. */
function noCanary(cwd: string, ...texts: readonly string[]): void {
  const folder = join(cwd, '.codeword')
  const left = existsSync(folder)
    ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    : []
  for (const text of [...texts, ...left])
    for (const canary of canaries) expect(text).not.toContain(canary)
}

test('shows what would be sent, and sends nothing, without --yes', async () => {
  const { fake, send, cwd } = await running()
  const { code, out, err } = await send('--language', 'fr', '--price', '0.01')
  expect(out).toBe(`A phone set to French (\`fr\`): 1 segment, 19 units, GSM-7
  │ Votre code : 123456

1 message, 1 segment, 0.0100 at 0.01 a segment
`)
  expect([code, err, fake.messages.length]).toEqual([0, 'Nothing was sent: --yes sends it\n', 0])
  expect(existsSync(join(cwd, '.codeword'))).toBe(false)
})

test('sends what codeword render prints, byte for byte, and follows it', async () => {
  const { fake, send, cwd } = await running()
  const { code, out, err } = await send('--language', 'fr', '--yes')
  const { out: rendered } = codeword(['render', 'otp.liquid', '--language', 'fr'], { cwd })
  expect(fake.messages.map(({ body }) => body)).toEqual([rendered])
  expect(out).toContain('delivered, 1 segment as predicted')
  expect(err).toContain('delivered')
  expect(code).toBe(0)
})

test('sends one message for each text, and no more than it may', async () => {
  const { fake, send } = await running()
  const refused = await send('--matrix', '--max-messages', '1', '--yes')
  expect([refused.code, refused.err]).toEqual([
    2,
    'codeword: send: these are 2 messages: --max-messages 2\n',
  ])
  const { code, out } = await send('--matrix', '--pause', '0', '--yes', '--json')
  expect(fake.messages.map(({ body }) => body).sort()).toEqual([
    'Votre code : 123456',
    'Your code: 123456',
  ])
  const { messages } = JSON.parse(out)
  expect(messages.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
    Array(2).fill('as-predicted'),
  )
  expect(code).toBe(0)
})

test('counts a message of a messaging service once Twilio has', async () => {
  const fake = await fakeTwilio({ accountSid, authToken })
  onTestFinished(fake.close)
  const cwd = folderWith({ 'otp.liquid': template })
  const service = ['--messaging-service', `MG${'0'.repeat(32)}`, '--endpoint', fake.address]
  const args = ['send', 'otp.liquid', '--to', 'me', ...service, '--yes']
  const { code, out } = await codewordAsync(args, { cwd, env })
  expect(code).toBe(0)
  expect(out).toContain('delivered, 1 segment as predicted')
})

describe('a request to send', () => {
  test.each(faultNames.filter((name) => name !== 'silent'))('that is %s', async (fault) => {
    const { fake, send } = await running({ faults: [{ step: 'create', fault }] })
    const { code, out } = await send('--yes')
    const isLost = fault === 'broken' || fault === 'reset'
    expect(code).toBe(isLost ? 3 : 0)
    expect(fake.messages).toHaveLength(isLost ? 0 : 1)
    expect(out).toContain(isLost ? 'it may have been sent, and is not sent again' : 'delivered')
  })
})

test('a run that is killed before the answer leads to no second message', {
  timeout: 60_000 + runs * 5_000,
}, async () => {
  for (let run = 0; run < runs; run++) {
    let taken = (): void => {}
    const isTaken = new Promise<void>((resolve) => {
      taken = resolve
    })
    const {
      fake,
      send,
      run: begin,
      cwd,
    } = await running({
      faults: [{ step: 'create', fault: 'silent' }],
      tell: () => taken(),
    })
    const child = begin(['--yes'])
    const ended = new Promise((resolve) => child.once('close', resolve))
    await isTaken
    child.kill('SIGKILL')
    await ended
    noCanary(cwd)
    const { code, out } = await send('--yes')
    expect(out).toContain('found among the messages of the account')
    expect([code, fake.messages.length, fake.asked.create]).toEqual([0, 1, 1])
  }
})

test('a matrix that is killed goes on where it was', async () => {
  const three = ['fr', 'de', 'nl'].map((tag) => `{% when '${tag}' %}${tag} {{ code }}`).join('')
  const { fake, send, run, cwd } = await running({
    faults: [{ step: 'create', fault: 'silent', after: 2 }],
    tell: () => fake.messages.length === 3 && child.kill('SIGKILL'),
  })
  writeFileSync(
    join(cwd, 'otp.liquid'),
    `{% case request_language %}${three}{% else %}en {{ code }}{% endcase %}`,
  )
  const matrix = ['--matrix', '--pause', '0', '--wait', '0', '--yes']
  const child = run(matrix)
  await new Promise((resolve) => child.once('close', resolve))
  expect(fake.messages).toHaveLength(3)
  const { code, out } = await send(...matrix)
  expect(out.match(/found among the messages/g)).toHaveLength(3)
  const sent = () => fake.messages.map(({ body }) => body).sort()
  expect([code, sent()]).toEqual([0, ['de 123456', 'en 123456', 'fr 123456', 'nl 123456']])
  // It is over: the same again is meant.
  await send(...matrix)
  expect(sent()).toHaveLength(8)
})

describe('refuses', () => {
  test.each<[readonly string[], Readonly<Record<string, string>>, string]>([
    [[], {}, 'send takes one file: codeword send otp.liquid --to me'],
    [['otp.liquid'], {}, 'send: who gets it? Give --to me'],
    [
      ['otp.liquid', '--to', '+447700900123'],
      {},
      '--to takes a name, not a number: set CODEWORD_TO_ME and give --to me',
    ],
    [
      ['otp.liquid', '--to', 'me'],
      { CODEWORD_TO_ME: '123' },
      '--to: what me stands for is no number: write it as +15005550006',
    ],
    [['otp.liquid', '--to', 'me'], {}, 'send: who sends it? Give --from or --messaging-service'],
    [
      ['otp.liquid', '--to', 'me', '--from', 'A name too long'],
      {},
      '--from: a name has at most 11 letters, digits, spaces and + & _ -, one letter at least',
    ],
    [
      ['otp.liquid', '--to', 'me', '--from', 'Acme', '--endpoint', 'https://example.com', '--yes'],
      {},
      '--endpoint: only the fake on this machine: http://127.0.0.1:PORT',
    ],
    [
      ['otp.liquid', '--to', 'me', '--from', 'Acme', '--yes'],
      { TWILIO_ACCOUNT_SID: 'x' },
      'send: set TWILIO_ACCOUNT_SID to the SID of the account: AC and 32 hexadecimal digits',
    ],
    [
      ['empty.liquid', '--to', 'me', '--from', 'Acme'],
      {},
      'empty.liquid: A customer whose request names no language gets an empty message, which Twilio does not take',
    ],
  ])('%j', (args, more, message) => {
    const cwd = folderWith({ 'otp.liquid': template, 'empty.liquid': ' ' })
    const { code, out, err } = codeword(['send', ...args], { cwd, env: { ...env, ...more } })
    expect([code, err]).toEqual([2, `codeword: ${message}\n`])
    expect(out).not.toContain(number)
  })

  test('a file of numbers that git would take', () => {
    const cwd = folderWith({
      'otp.liquid': template,
      'codeword.recipients.json': `{"you": "${number}"}`,
      '.git/HEAD': '',
    })
    const args = ['send', 'otp.liquid', '--to', 'you', '--from', 'Acme']
    expect(codeword(args, { cwd, env }).err).toBe(
      'codeword: codeword.recipients.json holds phone numbers and git would take it: name it in .gitignore\n',
    )
    writeFileSync(join(cwd, '.gitignore'), 'codeword.recipients.json\n')
    expect(codeword(args, { cwd, env })).toMatchObject({ code: 0 })
  })
})

test('the fake says what to set, and ends when it is told to', async () => {
  const child = start(['fake', 'twilio'])
  const ended = new Promise((resolve) => child.once('close', resolve))
  const first = await new Promise<string>((resolve) =>
    child.stdout!.setEncoding('utf8').once('data', resolve),
  )
  expect(first).toMatch(/^export TWILIO_ACCOUNT_SID=AC0{32}\n/)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
