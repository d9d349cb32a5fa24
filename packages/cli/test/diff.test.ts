import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const old =
  "{% if request_language == 'nl' %}Uw code: @@password@@{% else %}Code: @@password@@{% endif %}"
const young = old.replace('Uw', 'Je')

const files = { 'old.liquid': old, 'new.liquid': young, 'same.liquid': old.replace('==', ' == ') }

const diff = (args: string, cwd = folderWith(files)): ReturnType<typeof runHere> =>
  runHere(['diff', ...args.split(' ')], { cwd })

/** A repository with one commit, whose file was changed afterwards. */
function repository(): string {
  const cwd = folderWith({})
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=Acme', '-c', 'user.email=acme@example.com', ...args], {
      cwd,
      stdio: 'pipe',
    })
  git('init', '-q')
  mkdirSync(join(cwd, 'sms'))
  writeFileSync(join(cwd, 'sms/otp.liquid'), old)
  writeFileSync(join(cwd, 'sms/logo.liquid'), Uint8Array.of(0, 1, 2))
  git('add', '.')
  git('commit', '-q', '-m', 'Add a template')
  writeFileSync(join(cwd, 'sms/otp.liquid'), young)
  return cwd
}

test.each([
  ['old.liquid new.liquid', 0],
  ['old.liquid new.liquid --exit-code', 1],
  ['old.liquid same.liquid --exit-code', 0],
  ['old.liquid new.liquid --exit-code --json', 1],
])('diff %s ends in %i', async (args, expected) => {
  const { code, err } = await diff(args)
  expect([code, err]).toEqual([expected, ''])
})

test('shows whose message changes', async () => {
  const { out } = await diff('old.liquid new.liquid')
  expect(out).toContain('  - Uw code: 123456\n  + Je code: 123456\n')
  expect((await diff('old.liquid same.liquid')).out).toContain(
    'No message changes (proved for every header).',
  )
})

test('compares a revision with the file, and revisions with each other', async () => {
  const cwd = repository()
  const { code, out, err } = await diff('HEAD:sms/otp.liquid sms/otp.liquid --format md', cwd)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(
    '| <code>Uw code&#58; 123456</code> | <code>Je code&#58; 123456</code> |'.replaceAll(
      '&#58;',
      ':',
    ),
  )
  const same = await diff('HEAD:sms/otp.liquid HEAD:./otp.liquid --exit-code', join(cwd, 'sms'))
  expect([same.code, same.err]).toEqual([0, ''])
})

test('names the path that was meant', async () => {
  const { err } = await diff('HEAD:otp.liquid otp.liquid', join(repository(), 'sms'))
  expect(err).toMatch(
    /^codeword: HEAD:otp\.liquid: git says: .+; did you mean HEAD:\.\/otp\.liquid\?\n$/,
  )
})

test('takes two versions for one kind of message, whatever either of them reads', async () => {
  const cwd = folderWith({
    'old.liquid': 'Code {{ code }}',
    'new.liquid': "{% if message_type == 'voice' %}Hear{% else %}Code{% endif %} {{ code }}",
  })
  for (const args of ['old.liquid new.liquid', 'new.liquid old.liquid']) {
    const { profile, proved, changes } = JSON.parse((await diff(`${args} --json`, cwd)).out)
    expect([profile, proved]).toEqual(['auth0-mfa', true])
    expect(changes).toMatchObject([{ witness: { value: null, inputs: { message_type: 'voice' } } }])
  }
  const { code, err } = await diff('old.liquid new.liquid --set message_type=voice', cwd)
  expect([code, err]).toEqual([0, ''])
})

test('compares templates of one name in two connections', async () => {
  const guardian = (text: string): string =>
    JSON.stringify({ enrollment_message: 'Enrol {{ code }}', verification_message: text })
  const cwd = folderWith({
    'old.json': guardian('Code {{ code }}'),
    'new.json': guardian('Your code {{ code }}'),
  })
  const { out } = await diff('old.json new.json --template verification_message', cwd)
  expect(out).toContain('  - Code 123456\n  + Your code 123456\n')
  const { code, err } = await diff('old.json new.json', cwd)
  expect([code, err]).toEqual([
    2,
    'codeword: old.json: it holds several templates: choose one with --template enrollment_message, or verification_message\n',
  ])
})

test('takes the settings for the path without its revision', async () => {
  const cwd = repository()
  const config = { overrides: [{ files: ['sms/*'], languages: ['nl', 'de'] }] }
  writeFileSync(join(cwd, 'codeword.config.json'), JSON.stringify(config))
  const { out } = await diff('HEAD:sms/otp.liquid HEAD:sms/otp.liquid --json', cwd)
  expect(JSON.parse(out).languages).toEqual(['nl', 'de'])
})

test.each([
  ['old.liquid', 'diff takes two files: codeword diff HEAD~1:otp.liquid otp.liquid'],
  ['none.liquid old.liquid', 'none.liquid: there is no such file'],
  ['HEAD~1 old.liquid', 'HEAD~1: there is no such file; of a revision: HEAD~1:otp.liquid'],
  ['old.liquid new.liquid --json --format md', 'give --json or --format md, not both'],
])('diff %s', async (args, problem) => {
  expect(await diff(args)).toEqual({ code: 2, out: '', err: `codeword: ${problem}\n` })
})

test.each([
  [
    'HEAD:none.liquid',
    /^codeword: HEAD:none\.liquid: git says: path 'none\.liquid' does not exist/,
  ],
  ['nope:sms/otp.liquid', /^codeword: nope:sms\/otp\.liquid: git says: invalid object name 'nope'/],
  ['HEAD:sms', /^codeword: HEAD:sms: it holds no template/],
  ['HEAD:sms/logo.liquid', /^codeword: HEAD:sms\/logo\.liquid: it is a binary file/],
  ['--output=x:y.liquid', /^codeword: unknown option --output/],
])('%s is one line', async (side, problem) => {
  const { code, out, err } = await diff(`${side} sms/otp.liquid`, repository())
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(problem)
  expect(err.trimEnd()).not.toContain('\n')
})

test('makes no option of git and no command of a shell from a name', async () => {
  const cwd = repository()
  const { code, err } = await runHere(
    ['diff', '--', '--output=stolen:x.liquid', 'sms/otp.liquid'],
    {
      cwd,
    },
  )
  expect(code).toBe(2)
  expect(err).toContain('git says: ')
  const shell = await runHere(['diff', 'HEAD:$(touch stolen).liquid', 'sms/otp.liquid'], { cwd })
  expect(shell.code).toBe(2)
  expect(execFileSync('ls', { cwd, encoding: 'utf8' })).toBe('sms\n')
})

test('says where git knows nothing', async () => {
  const { code, err } = await diff('HEAD:old.liquid new.liquid')
  expect(code).toBe(2)
  expect(err).toMatch(/^codeword: HEAD:old\.liquid: git says: not a git repository/)
})
