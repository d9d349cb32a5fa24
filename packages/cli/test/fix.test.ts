import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import { expect, test } from 'vitest'
import { replaceFile } from '../src/files/replace-file.ts'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const faulty =
  "{% if request_language == 'nl' %}Uw code: @@password@@{% elseif request_language == 'fr' %}Code: @@password@@{% else %}Your code: @@password@@{% endif %}"
const repaired = faulty.replace('elseif', 'elsif')

test('--fix writes what is safe, keeps the mode, and reports what is left', async () => {
  const cwd = folderWith({ 'otp.liquid': faulty, 'ok.liquid': 'Your code: @@password@@' })
  chmodSync(join(cwd, 'otp.liquid'), 0o640)
  const { out, err } = await runHere(['lint', '--fix', '.'], { cwd })
  expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe(repaired)
  expect(statSync(join(cwd, 'otp.liquid')).mode & 0o777).toBe(0o640)
  expect(readdirSync(cwd).sort()).toEqual(['ok.liquid', 'otp.liquid'])
  expect(err).toBe('codeword: fixed 1 finding in 1 file\n')
  expect(out).not.toContain('unknown-tag')
  expect((await runHere(['lint', '--fix', '.'], { cwd })).err).toBe('')
})

test('--fix-dry-run prints a patch and the customers, and writes nothing', async () => {
  const cwd = folderWith({ 'otp.liquid': faulty })
  const { code, out } = await runHere(['lint', '--fix-dry-run'], { cwd })
  expect(code).toBe(1)
  expect(readFileSync(join(cwd, 'otp.liquid'), 'utf8')).toBe(faulty)
  expect(out).toContain('Dutch (nl)\n  - no message: Liquid stops\n  + Uw code: 123456')
  const patch = out.slice(0, out.indexOf('\notp.liquid →'))
  expect(applyPatch(faulty, patch)).toBe(repaired)
})

test('fixes stay inside the syntax of the host', async () => {
  const connection = JSON.stringify(
    { name: 'sms', strategy: 'sms', options: { template: `“Hi”\n${faulty}` } },
    undefined,
    2,
  )
  const cwd = folderWith({ 'sms.json': connection })
  await runHere(['lint', '--fix'], { cwd })
  const { options } = JSON.parse(readFileSync(join(cwd, 'sms.json'), 'utf8'))
  expect(options.template).toContain(`elsif request_language == 'fr'`)
})

test('standard input comes out fixed, exactly', async () => {
  const { out, err } = await runHere(['lint', '--stdin', '--fix'], { input: faulty })
  expect([out, err]).toEqual([repaired, 'codeword: fixed 1 finding in 1 file\n'])
})

test('what is not safe is applied by name only', async () => {
  const missing = "{% if request_language == 'nl' %}Uw code: @@password@@{% endif %}"
  const fix = (...args: string[]): ReturnType<typeof runHere> =>
    runHere(['lint', '--stdin', '--fix', ...args], { input: missing })
  expect((await fix()).out).toBe(missing)
  expect((await fix('--fix-suggestion', 'empty-message')).out).toBe(
    missing.replace('{% endif %}', '{% else %}[text for everybody else] @@password@@{% endif %}'),
  )
})

test('a fix that would change the message of others is held back, with its reason', async () => {
  const input = "{% if request_language == 'nl' %}Hallo{% endif %} @@password@@"
  const { out, err } = await runHere(['lint', '--stdin', '--fix'], { input })
  expect(out).toBe(input)
  expect(err).toMatch(
    /^codeword: stdin\.liquid:1: edge-whitespace is not fixed: the message of a phone set to Dutch/,
  )
})

test.each([
  [['--fix', '--fix-dry-run'], '--fix-dry-run writes nothing: give it without --fix'],
  [['--fix-suggestion', 'empty-message'], '--fix-suggestion needs --fix or --fix-dry-run'],
  [
    ['--fix', '--fix-suggestion', 'empty-mesage'],
    "--fix-suggestion: there is no 'empty-mesage'; did you mean empty-message?",
  ],
  [
    ['--fix-dry-run', '--json'],
    '--format: fixes take standard output: give the format an --output-file',
  ],
])('%j is refused', async (args, message) => {
  expect(await runHere(['lint', ...args], { cwd: folderWith({ 'a.liquid': faulty }) })).toEqual({
    code: 2,
    out: '',
    err: `codeword: ${message}\n`,
  })
})

test('a file that changed meanwhile is left as it is, and a link stays a link', () => {
  const cwd = folderWith({ 'otp.liquid': 'new' })
  const [path, link] = [join(cwd, 'otp.liquid'), join(cwd, 'link.liquid')]
  expect(replaceFile(path, 'old', 'fixed')).toBe(
    'it changed while it was fixed, and is left as it is',
  )
  expect(readFileSync(path, 'utf8')).toBe('new')
  symlinkSync(path, link)
  expect(replaceFile(link, 'new', 'fixed')).toBeUndefined()
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('fixed')
  expect(readdirSync(cwd).sort()).toEqual(['link.liquid', 'otp.liquid'])
  writeFileSync(path, '')
  expect(replaceFile(join(cwd, 'gone.liquid'), '', 'x')).toBe('it is gone, so it is not written')
})
