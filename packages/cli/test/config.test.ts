import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Outcome, runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const silent = "{% if request_language == 'nl' %}@@password@@{% endif %}"
const config = (value: unknown): Record<string, string> => ({
  'codeword.config.json': JSON.stringify(value),
})

/** Rules and levels of what lint finds in each file. */
async function findings(cwd: string, ...args: string[]): Promise<Record<string, string[]>> {
  const { out, err } = await runHere(['lint', '--json', ...args], { cwd })
  expect(err).toBe('')
  const files = JSON.parse(out).files as {
    path: string
    diagnostics: { rule: string; severity: string }[]
  }[]
  return Object.fromEntries(
    files.map(({ path, diagnostics }) => [
      path,
      diagnostics.map(({ rule, severity }) => `${rule} ${severity}`),
    ]),
  )
}

test('levels of rules: the command line wins, one by one', async () => {
  const cwd = folderWith({
    'otp.liquid': silent,
    ...config({ rules: { 'empty-message': 'warn', 'expiry-claim': 'off' } }),
  })
  expect((await findings(cwd))['otp.liquid']).toContain('empty-message warning')
  expect((await findings(cwd, '--rule', 'empty-message=info'))['otp.liquid']).toContain(
    'empty-message info',
  )
  expect((await findings(cwd, '--rule', 'same-text=off'))['otp.liquid']).toContain(
    'empty-message warning',
  )
})

test('overrides hold for the files that their patterns name, the later ones win', async () => {
  const cwd = folderWith({
    'a.liquid': silent,
    'old/a.liquid': silent,
    'old/deep/b.liquid': silent,
    ...config({
      rules: { 'empty-message': 'info' },
      overrides: [
        { files: ['old/**', '!old/deep/**'], rules: { 'empty-message': 'off' } },
        { files: ['b.liquid'], rules: { 'empty-message': 'warn' } },
      ],
    }),
  })
  const found = await findings(cwd)
  const levels = Object.entries(found).map(([path, rules]) => [
    path,
    rules.find((rule) => rule.startsWith('empty-message')),
  ])
  expect(Object.fromEntries(levels)).toEqual({
    'a.liquid': 'empty-message info',
    'old/a.liquid': undefined,
    'old/deep/b.liquid': 'empty-message warning',
  })
})

test('is found above, and its patterns start from its own folder', async () => {
  const cwd = folderWith({
    'sms/deep/otp.liquid': silent,
    ...config({ overrides: [{ files: ['/sms/deep/*'], rules: { 'empty-message': 'off' } }] }),
  })
  const found = await findings(join(cwd, 'sms/deep'))
  expect(found['otp.liquid']).not.toContain('empty-message error')
})

test('the nearest file alone counts, and --config names another', async () => {
  const cwd = folderWith({
    'sms/otp.liquid': silent,
    'sms/codeword.config.json': '{}',
    'sms/other.json': JSON.stringify({ rules: { 'empty-message': 'info' } }),
    ...config({ rules: { 'empty-message': 'off' } }),
  })
  const inner = join(cwd, 'sms')
  expect((await findings(inner))['otp.liquid']).toContain('empty-message error')
  expect((await findings(inner, '--config', 'other.json'))['otp.liquid']).toContain(
    'empty-message info',
  )
})

test('files outside of its folder take the settings for all', async () => {
  const cwd = folderWith({
    'a.liquid': silent,
    'sms/codeword.config.json': JSON.stringify({
      rules: { 'empty-message': 'info' },
      overrides: [{ files: ['*.liquid'], rules: { 'empty-message': 'off' } }],
    }),
  })
  expect((await findings(join(cwd, 'sms'), '../a.liquid'))['../a.liquid']).toContain(
    'empty-message info',
  )
})

test('languages, fallback, domain, profile and segments hold for every command that judges', async () => {
  const cwd = folderWith({
    'otp.liquid': silent,
    ...config({
      languages: ['nl', 'fr'],
      fallback: 'en',
      domain: 'real',
      profile: 'auth0-mfa-classic',
    }),
  })
  const explained = async (...args: string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await runHere(['explain', 'otp.liquid', '--json', ...args], { cwd })).out)
  expect(await explained()).toMatchObject({
    profile: 'auth0-mfa-classic',
    languages: ['nl', 'fr'],
    fallback: 'en',
    domain: 'real',
  })
  expect(await explained('--fallback', 'nl', '--domain', 'tag')).toMatchObject({
    languages: ['nl', 'fr'],
    fallback: 'nl',
    domain: 'tag',
  })
  expect((await runHere(['otp.liquid'], { cwd })).out).toContain('(auth0-mfa-classic)')
})

const failing = (files: Record<string, string>, ...args: string[]): Promise<Outcome> =>
  runHere(['lint', 'otp.liquid', ...args], { cwd: folderWith({ 'otp.liquid': 'x', ...files }) })

test.each([
  [
    config({ rules: { 'empty-mesage': 'off' } }),
    'codeword.config.json:1:11: rules.empty-mesage: is not known here; did you mean empty-message?',
  ],
  [
    { 'codeword.config.json': '{\n  "segments": 0,\n  "domain": "reel"\n}' },
    'codeword.config.json:2:15: segments: must be at least 1 (and 1 more)',
  ],
  [
    { 'codeword.config.json': 'profile: x' },
    'codeword.config.json:1:1: this is no JSON value: texts need double quotes',
  ],
  [
    { 'codeword.config.json': 'a\0b' },
    'codeword.config.json: it is a binary file, no text: give a template',
  ],
] as const)('%j', async (files, problem) => {
  expect(await failing(files)).toEqual({ code: 2, out: '', err: `codeword: ${problem}\n` })
})

test('--config names a file that must exist', async () => {
  expect(await failing({}, '--config', 'none.json')).toEqual({
    code: 2,
    out: '',
    err: 'codeword: none.json: there is no such file\n',
  })
})

test('a broken configuration stops no command that does not read it', async () => {
  const cwd = folderWith({ 'codeword.config.json': '{' })
  expect((await runHere(['rules'], { cwd })).code).toBe(0)
  expect((await runHere(['explain', '--help'], { cwd })).code).toBe(0)
})

test('a preset raises levels, rules win over it', async () => {
  const cwd = folderWith({
    'otp.liquid': ' Your Acme code is @@password@@',
    ...config({ extends: 'strict', rules: { 'expiry-claim': 'off' } }),
  })
  expect((await findings(cwd))['otp.liquid']).toEqual(['edge-whitespace warning'])
})

test('what holds for a profile holds where it is inferred; overrides and options win', async () => {
  const files = {
    'sms.liquid': silent,
    'mfa.liquid': "{% if locale == 'nl' %}{{ code }}{% endif %}",
  }
  const profiles = { 'auth0-sms': { rules: { 'empty-message': 'info' } } }
  const level = async (
    more: object,
    ...args: string[]
  ): Promise<readonly (string | undefined)[]> => {
    const found = await findings(
      folderWith({ ...files, ...config({ profiles, ...more }) }),
      ...args,
    )
    return ['sms.liquid', 'mfa.liquid'].map((path) =>
      found[path]?.find((rule) => rule.startsWith('empty-message')),
    )
  }
  expect(await level({})).toEqual(['empty-message info', 'empty-message error'])
  expect(await level({ rules: { 'empty-message': 'off' } })).toEqual([
    'empty-message info',
    undefined,
  ])
  const overrides = [{ files: ['sms.*'], rules: { 'empty-message': 'warn' } }]
  expect(await level({ overrides })).toEqual(['empty-message warning', 'empty-message error'])
  expect(await level({ overrides }, '--rule', 'empty-message=off')).toEqual([undefined, undefined])
})

test('--print-config tells what holds for a file, and who says so', async () => {
  const cwd = folderWith({
    'sms/otp.liquid': silent,
    ...config({
      extends: 'strict',
      languages: ['en'],
      profiles: { 'auth0-sms': { fallback: 'en' } },
      overrides: [
        { files: ['mfa/**'], segments: 3 },
        { files: ['sms/**'], segments: 2, rules: { 'same-text': 'off' } },
      ],
    }),
  })
  const args = ['--print-config', 'sms/otp.liquid', '--domain', 'real', '--rule', 'sender-id=warn']
  const { code, out, err } = await runHere(['lint', ...args], { cwd })
  expect([code, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toMatchObject({
    file: 'sms/otp.liquid',
    profile: { value: 'auth0-sms', from: 'inferred' },
    domain: { value: 'real', from: 'command line' },
    languages: { value: ['en'], from: 'codeword.config.json' },
    fallback: { value: 'en', from: 'codeword.config.json, profiles' },
    segments: { value: 2, from: 'codeword.config.json, overrides[1]' },
    rules: {
      'same-text': { value: 'off', from: 'codeword.config.json, overrides[1]' },
      'sender-id': { value: 'warn', from: 'command line' },
      'edge-whitespace': { value: 'warn', from: 'codeword.config.json, extends' },
      'empty-message': { value: 'error', from: 'default' },
    },
  })
  expect((await runHere(['lint', '--print-config', 'none.liquid'], { cwd })).err).toBe(
    'codeword: none.liquid: there is no such file\n',
  )
})
