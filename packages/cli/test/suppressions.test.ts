import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Outcome, runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const name = 'codeword-suppressions.json'
const plain = 'Your Acme code is @@password@@'
/** One warning a name: no phone sends it. */
const named = (...names: readonly string[]): string =>
  [
    '{%- case request_language -%}',
    ...names.map((language) => `{%- when '${language}' -%}\n${language}: @@password@@`),
    `{%- else -%}\n${plain}\n{%- endcase -%}`,
  ].join('\n')
const strict = ['--max-warnings', '0', '--rule', 'unknown-language=error']

const lint = (cwd: string, ...args: readonly string[]): Promise<Outcome> =>
  runHere(['lint', ...strict, ...args], { cwd })
const findings = async (cwd: string, ...args: readonly string[]): Promise<readonly string[]> => {
  const { out } = await lint(cwd, '--json', ...args)
  const { files } = JSON.parse(out) as {
    files: readonly {
      path: string
      diagnostics: readonly { rule: string; start: { line: number } }[]
    }[]
  }
  return files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ rule, start }) => `${path}:${start.line} ${rule}`),
  )
}

const accepted = (cwd: string): readonly Record<string, unknown>[] =>
  JSON.parse(readFileSync(join(cwd, name), 'utf8')).suppressions

const clean = (files: string): Partial<Outcome> => ({
  code: 0,
  out: `no findings in ${files} (auth0-sms)\n`,
})

test('an old repository starts clean, and only new faults fail', async () => {
  const cwd = folderWith({ 'a.liquid': named('dutch'), 'sms/b.liquid': named('french', 'german') })
  expect((await lint(cwd)).code).toBe(1)
  expect(await lint(cwd, '--suppress-all', '--reason', 'from before')).toEqual({
    ...clean('2 files'),
    err: `codeword: ${name} accepts 3 findings\n`,
  })
  expect(await lint(cwd)).toEqual({ ...clean('2 files'), err: '' })
  expect(accepted(cwd)).toEqual(
    ['a.liquid', 'sms/b.liquid', 'sms/b.liquid'].map((file) => ({
      file,
      rule: 'unknown-language',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      count: 1,
      reason: 'from before',
    })),
  )
  writeFileSync(join(cwd, 'a.liquid'), `\n\n\n${named('dutch', 'spanish')}`)
  expect(await findings(cwd)).toEqual(['a.liquid:7 unknown-language'])
  expect(await findings(join(cwd, 'sms'))).toEqual([])
  expect(readdirSync(cwd).sort()).toEqual(['a.liquid', name, 'sms'])
})

test('as many as are counted, the first ones', async () => {
  const cwd = folderWith({ 'a.liquid': named('dutch') })
  await lint(cwd, '--suppress-all', '--reason', 'old')
  writeFileSync(join(cwd, 'a.liquid'), `${named('dutch')}${named('dutch')}`)
  expect(await findings(cwd)).toContain('a.liquid:7 unknown-language')
  await lint(cwd, '--suppress-all', '--reason', 'new')
  expect(accepted(cwd)).toContainEqual(expect.objectContaining({ count: 2, reason: 'old' }))
  expect(await findings(cwd)).toEqual([])
})

describe('what is no longer found', () => {
  const repaired = async (): Promise<string> => {
    const cwd = folderWith({
      'a.liquid': named('dutch'),
      'b.liquid': named('french', 'german'),
      'gone.liquid': named('dutch'),
      'kept.liquid': named('dutch'),
    })
    await lint(cwd, '--suppress-all', '--reason', 'old')
    writeFileSync(join(cwd, 'a.liquid'), plain)
    writeFileSync(join(cwd, 'b.liquid'), named('french'))
    rmSync(join(cwd, 'gone.liquid'))
    return cwd
  }

  test('is said', async () => {
    const cwd = await repaired()
    expect((await lint(cwd)).err).toBe(
      `codeword: ${name}: 3 entries are no longer found: see --prune-suppressions (unknown-language in a.liquid)\n`,
    )
    expect((await lint(cwd, 'kept.liquid')).err).toBe(
      `codeword: ${name}: an entry is no longer found: see --prune-suppressions (unknown-language in gone.liquid)\n`,
    )
    expect(accepted(cwd)).toHaveLength(5)
  })

  test('is removed, of the files that are linted', async () => {
    const cwd = await repaired()
    expect(await lint(cwd, '--prune-suppressions', 'a.liquid')).toEqual({
      ...clean('1 file'),
      err: `codeword: ${name} accepts 3 findings\n`,
    })
    expect(accepted(cwd).map(({ file }) => file)).toEqual(['b.liquid', 'b.liquid', 'kept.liquid'])
    expect((await lint(cwd, '--prune-suppressions')).err).toBe(
      `codeword: ${name} accepts 2 findings\n`,
    )
    expect(accepted(cwd).map(({ file }) => file)).toEqual(['b.liquid', 'kept.liquid'])
    expect((await lint(cwd)).err).toBe('')
  })

  test('is not what a rule that is off would find', async () => {
    const cwd = folderWith({ 'a.liquid': named('dutch') })
    await lint(cwd, '--suppress-all', '--reason', 'old')
    const off = ['--rule', 'unknown-language=off']
    expect((await runHere(['lint', ...off], { cwd })).err).toBe('')
    await runHere(['lint', '--prune-suppressions', ...off], { cwd })
    expect(accepted(cwd)).toHaveLength(1)
  })
})

test('an entry without a reason is told of until it has one', async () => {
  const cwd = folderWith({ 'a.liquid': named('dutch') })
  const silent = `codeword: ${name}: an entry is without a reason, which nobody can judge (unknown-language in a.liquid)\n`
  expect((await lint(cwd, '--suppress-all')).err).toContain(silent)
  expect(await lint(cwd)).toEqual({ ...clean('1 file'), err: silent })
  await lint(cwd, '--suppress-all', '--reason', 'our old app')
  expect(await lint(cwd)).toEqual({ ...clean('1 file'), err: '' })
})

test('no secret tells anything to who reads the file', async () => {
  const connection = (token: string): string =>
    JSON.stringify({
      name: 'sms',
      strategy: 'sms',
      options: { twilio_token: token, syntax: 'liquid', template: plain },
    })
  const cwd = folderWith({ 'sms.json': connection('0'.repeat(32)) })
  await lint(cwd, '--suppress-all', '--reason', 'a fake')
  const before = accepted(cwd)
  expect(before.map(({ rule }) => rule)).toContain('inline-secret')
  writeFileSync(join(cwd, 'sms.json'), connection('1'.repeat(32)))
  await lint(cwd, '--suppress-all', '--reason', 'a fake')
  expect(accepted(cwd)).toEqual(before)
})

test('stands beside the configuration, and nothing is written that changes nothing', async () => {
  const cwd = folderWith({ 'codeword.config.json': '{}', 'sms/a.liquid': named('dutch') })
  await lint(join(cwd, 'sms'), '--suppress-all', '--reason', 'old')
  expect(accepted(cwd)).toMatchObject([{ file: 'sms/a.liquid' }])
  const text = readFileSync(join(cwd, name), 'utf8')
  await lint(cwd, '--prune-suppressions', '--suppress-all')
  expect(readFileSync(join(cwd, name), 'utf8')).toBe(text)
  const good = folderWith({ 'a.liquid': plain })
  expect((await lint(good, '--suppress-all')).err).toBe('codeword: there is nothing to accept\n')
  expect(readdirSync(good)).toEqual(['a.liquid'])
})

test.each([
  ['none/report.json', 'none/report.json cannot be written (ENOENT): give another place'],
  ['sms', 'sms cannot be written (EISDIR): give another place'],
  ['a.liquid/x', 'a.liquid/x cannot be written (ENOTDIR): give another place'],
])('nothing is accepted or fixed where %s cannot be written', async (file, problem) => {
  const faulty = `{%- if request_language == 'nl' -%}Uw code: @@password@@{%- elseif true -%}${plain}{%- endif -%}`
  const cwd = folderWith({ 'a.liquid': faulty, 'sms/b.liquid': named('dutch') })
  const output = ['--format', 'json', '--output-file', file]
  expect(await lint(cwd, ...output, '--suppress-all', '--fix')).toEqual({
    code: 2,
    out: '',
    err: `codeword: --output-file: ${problem}\n`,
  })
  expect(readFileSync(join(cwd, 'a.liquid'), 'utf8')).toBe(faulty)
  expect(readdirSync(cwd).sort()).toEqual(['a.liquid', 'sms'])
})

test('a link to the file stays a link, and its schema stays', async () => {
  const cwd = folderWith({
    'a.liquid': named('dutch'),
    'shared/s.json': '{ "$schema": "./s.json", "version": 1, "suppressions": [] }',
  })
  symlinkSync('shared/s.json', join(cwd, name))
  await lint(cwd, '--suppress-all', '--reason', 'old')
  expect(JSON.parse(readFileSync(join(cwd, 'shared/s.json'), 'utf8'))).toMatchObject({
    $schema: './s.json',
    suppressions: [{ file: 'a.liquid' }],
  })
})

test.each([
  ['{}', [], `${name}:1:1: version: is missing (and 1 more)`],
  [
    '{ "version": 1, "suppressions": [{ "file": "a", "rule": "b", "fingerprint": "x", "count": 1 }] }',
    [],
    `${name}:1:77: suppressions[0].fingerprint: must be 16 hexadecimal digits`,
  ],
  ['{ "version": 2, "suppressions": [] }', [], `${name}:1:14: version: must be 1`],
  ['<<<<<<< ours', [], `${name}:1:1: this is no JSON value: texts need double quotes`],
  [undefined, ['--reason', 'x'], '--reason needs --suppress-all'],
  [undefined, ['--suppress-all', '--reason', ' '], '--reason is empty: say why'],
  [undefined, ['--prune-suppressions'], `there is no ${name} to prune`],
] as const)('%s %j', async (text, args, problem) => {
  const cwd = folderWith({ 'a.liquid': plain, ...(text !== undefined && { [name]: text }) })
  expect(await lint(cwd, ...args)).toEqual({ code: 2, out: '', err: `codeword: ${problem}\n` })
})
