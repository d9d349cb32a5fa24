import { linkSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const sample = readFileSync(
  fileURLToPath(new URL('../../../fixtures/auth0-sample.liquid', import.meta.url)),
  'utf8',
)
const plain = 'Your Acme code is @@password@@'
/** One warning (no phone sends `dutch`) and no error. */
const warning = `{% if request_language == 'dutch' %}Uw code: @@password@@{% else %}${plain}{% endif %}`

const lint = (files: Record<string, string>, ...args: string[]): ReturnType<typeof runHere> =>
  runHere(['lint', ...args], { cwd: folderWith(files) })

test('a clean template is clean', async () => {
  expect(await lint({ 'otp.liquid': plain }, 'otp.liquid')).toEqual({
    code: 0,
    out: 'no findings in 1 file (auth0-sms)\n',
    err: '',
  })
})

test("Auth0's sample has errors, with the customers that they hit", async () => {
  const { code, out, err } = await lint({ 'otp.liquid': sample }, '--json')
  expect([code, err]).toEqual([1, ''])
  const { files, summary } = JSON.parse(out)
  const found = files[0].diagnostics.map(({ rule }: { rule: string }) => rule)
  expect(found).toEqual(
    expect.arrayContaining([
      'empty-message',
      'overlapping-branches',
      'unknown-language',
      'edge-whitespace',
    ]),
  )
  expect(summary.errors).toBeGreaterThan(0)
})

test('without paths, the current folder is linted and other files are passed over', async () => {
  const { code, out } = await lint(
    { 'a.liquid': plain, 'b/c.liquid': plain, 'package.json': '{}', 'notes.txt': sample },
    '--json',
  )
  expect(code).toBe(0)
  expect(JSON.parse(out).files).toEqual([
    { path: 'a.liquid', profile: 'auth0-sms', diagnostics: [] },
    { path: 'b/c.liquid', profile: 'auth0-sms', diagnostics: [] },
  ])
})

test('warnings count only where a limit is set', async () => {
  const files = { 'a.liquid': warning, 'b.liquid': warning }
  expect((await lint(files)).code).toBe(0)
  expect((await lint(files, '--max-warnings', '2')).code).toBe(0)
  expect(await lint(files, '--max-warnings', '1')).toMatchObject({
    code: 1,
    err: 'codeword: 2 warnings, --max-warnings allows 1\n',
  })
})

test('rules can be set', async () => {
  const summary = async (...args: string[]): Promise<unknown> => {
    const { code, out } = await lint({ 'a.liquid': warning }, '--json', ...args)
    return { code, ...JSON.parse(out).summary }
  }
  expect(await summary()).toMatchObject({ code: 0, errors: 0, warnings: 1 })
  expect(await summary('--rule', 'unknown-language=error')).toMatchObject({ code: 1, errors: 1 })
  expect(await summary('--rule', 'unknown-language=info')).toMatchObject({ warnings: 0, infos: 1 })
  expect(await summary('--rule', 'unknown-language=off')).toMatchObject({ warnings: 0, infos: 0 })
})

test('a limit of segments is a warning where it is passed', async () => {
  const files = { 'a.liquid': `${plain} ${'and more words '.repeat(12)}` }
  const found = async (...args: string[]): Promise<readonly string[]> =>
    JSON.parse((await lint(files, '--json', ...args)).out).files[0].diagnostics.map(
      ({ rule }: { rule: string }) => rule,
    )
  expect(await found('--segments', '1')).toContain('segment-limit')
  expect(await found('--segments', '2')).not.toContain('segment-limit')
})

test('quiet shows errors only, and still counts warnings', async () => {
  const { code, out } = await lint({ 'a.liquid': warning }, '--quiet', '--max-warnings', '0')
  expect(code).toBe(1)
  expect(out).toBe('no findings in 1 file (auth0-sms)\n')
})

test('standard input is linted under the name that it is given', async () => {
  const { code, out } = await runHere(
    ['lint', '--stdin', '--stdin-filename', 'sms/otp.liquid', '--json'],
    { input: sample },
  )
  expect(code).toBe(1)
  expect(JSON.parse(out).files[0].path).toBe('sms/otp.liquid')
  expect(await runHere(['lint', '--stdin'], { input: plain })).toMatchObject({ code: 0 })
})

test('each format can go to a file of its own', async () => {
  const cwd = folderWith({ 'otp.liquid': sample })
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
  const json = ['--format', 'json', '--output-file', 'report.json']
  const text = ['--format', 'stylish', '--output-file', 'report.txt']
  const { out } = await runHere(['lint', ...text, ...json, '--format', 'github'], { cwd })
  expect(JSON.parse(read('report.json')).version).toBe(1)
  expect(read('report.txt')).toMatch(/^otp\.liquid:\d+:\d+ /)
  expect(out).toMatch(/^::error file=otp\.liquid,/)
  expect((await runHere(['lint', '.', ...json], { cwd })).code).toBe(1)
})

test('no report takes the place of what is linted, under whatever name', async () => {
  const cwd = folderWith({ 'otp.liquid': sample, 'bad.liquid': 'a\0b' })
  symlinkSync(join(cwd, 'otp.liquid'), join(cwd, 'linked.txt'))
  linkSync(join(cwd, 'otp.liquid'), join(cwd, 'same.txt'))
  const refused = async (file: string, input: string): Promise<void> =>
    expect(
      await runHere(
        ['lint', '.', '--format', 'json', '--format', 'github', '--output-file', file],
        { cwd },
      ),
    ).toEqual({
      code: 2,
      out: '',
      err: `codeword: --output-file ${file}: it is an input (${input}): give another place\n`,
    })
  for (const file of ['otp.liquid', './otp.liquid', 'linked.txt', 'same.txt']) {
    await refused(file, 'otp.liquid')
  }
  await refused('bad.liquid', 'bad.liquid')
  expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe(sample)
})

test('what can be read is reported, what cannot ends in 2', async () => {
  const { code, out, err } = await lint(
    { 'a.liquid': plain, 'b.liquid': 'a\0b' },
    'a.liquid',
    'b.liquid',
    'c.liquid',
  )
  expect(code).toBe(2)
  expect(out).toBe('no findings in 1 file (auth0-sms)\n')
  expect(err).toBe(
    'codeword: b.liquid: it is a binary file, no text: give a template\ncodeword: c.liquid: there is no such file\n',
  )
})

test('the common options reach the rules', async () => {
  const template = `{% if request_language == 'nl' %}Uw code: @@password@@{% else %}${plain}{% endif %}`
  const profile = async (...args: string[]): Promise<unknown> =>
    JSON.parse((await lint({ 'a.liquid': template }, '--json', ...args)).out).files[0].profile
  expect(await profile()).toBe('auth0-sms')
  expect(await profile('--profile', 'auth0-phone')).toBe('auth0-phone')
  const values = {
    'a.liquid': `{% if request_language == 'nl' %}${plain}{% endif %}`,
    'v.json': '["nl"]',
  }
  expect((await lint(values, 'a.liquid')).code).toBe(1)
  expect((await lint(values, 'a.liquid', '--domain', '@v.json')).code).toBe(0)
})
