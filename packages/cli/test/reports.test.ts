import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bin, codeword, nodeArgs, type Outcome, runHere } from './cli.ts'
import { folderWith } from './folder.ts'
import { emptyRepository } from './repository.ts'

const bad = "{% if request_language == 'nl' %}Uw code: @@password@@{% endif %}"
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')

test('reports are complete under their names, and nothing else is left', async () => {
  const cwd = folderWith({ 'otp.liquid': bad, 'old.json': 'old', 'real.xml': 'old' })
  chmodSync(join(cwd, 'old.json'), 0o640)
  symlinkSync('real.xml', join(cwd, 'link.xml'))
  const { code, out } = await runHere(
    [
      ...['lint', '--format', 'json', '--output-file', 'old.json'],
      ...['--format', 'junit', '--output-file', 'link.xml'],
      ...['--format', 'sarif', '--output-file', 'new.sarif'],
    ],
    { cwd },
  )
  expect([code, out]).toEqual([1, ''])
  expect(readdirSync(cwd).sort()).toEqual([
    'link.xml',
    'new.sarif',
    'old.json',
    'otp.liquid',
    'real.xml',
  ])
  expect(JSON.parse(read(cwd, 'old.json')).version).toBe(1)
  expect(statSync(join(cwd, 'old.json')).mode & 0o777).toBe(0o640)
  expect(read(cwd, 'real.xml')).toMatch(/^<\?xml/)
  expect(JSON.parse(read(cwd, 'new.sarif')).version).toBe('2.1.0')
})

test('all reports are written or none', async () => {
  const cwd = folderWith({ 'otp.liquid': bad, 'old.json': 'old' })
  mkdirSync(join(cwd, 'folder'))
  for (const [place, code] of [
    ['folder', 'EISDIR'],
    ['missing/x.xml', 'ENOENT'],
  ]) {
    const outcome = await runHere(
      [
        ...['lint', '--format', 'json', '--output-file', 'old.json'],
        ...['--format', 'junit', '--output-file', place!, '--format', 'stylish'],
      ],
      { cwd },
    )
    expect(outcome).toEqual({
      code: 2,
      out: '',
      err: `codeword: --output-file: ${place} cannot be written (${code}): give another place\n`,
    })
    expect(read(cwd, 'old.json')).toBe('old')
    expect(readdirSync(cwd).sort()).toEqual(['folder', 'old.json', 'otp.liquid'])
  }
})

test.each([
  [['--max-warnings', 'many']],
  [['--rule', 'nothing=off']],
  [['--config', 'missing.json']],
  [['missing.liquid']],
])('nothing is written when lint cannot run: %j', async (args) => {
  const cwd = folderWith({ 'otp.liquid': bad, 'report.json': 'old' })
  const output = ['--format', 'json', '--output-file', 'report.json']
  expect(await runHere(['lint', ...output, ...args], { cwd })).toMatchObject({ code: 2, out: '' })
  expect(read(cwd, 'report.json')).toBe('old')
})

test.runIf(process.platform === 'linux')('a pipe is written to, not replaced', () => {
  const cwd = folderWith({ 'otp.liquid': bad })
  const command = [process.execPath, ...nodeArgs, bin, 'lint', '--format', 'json'].join(' ')
  const out = execFileSync('sh', ['-c', `${command} --output-file /dev/stdout | cat`], {
    cwd,
    encoding: 'utf8',
  })
  expect(JSON.parse(out).version).toBe(1)
})

test('paths for forges start at the root of the repository, others where you are', async () => {
  const { path } = emptyRepository({ 'app/sms/otp.liquid': bad })
  const cwd = join(path, 'app')
  const args = ['--format', 'sarif', '--output-file', 's', '--format', 'gitlab']
  const { out } = await runHere(['lint', ...args, '--output-file', 'g', '--json'], { cwd })
  expect(JSON.parse(out).files[0].path).toBe('sms/otp.liquid')
  expect(JSON.parse(read(cwd, 'g'))[0].location.path).toBe('app/sms/otp.liquid')
  expect(JSON.stringify(JSON.parse(read(cwd, 's')).runs[0].results[0].locations)).toContain(
    '"uri":"app/sms/otp.liquid"',
  )
  expect((await runHere(['lint', '--format', 'github', '../app/sms'], { cwd })).out).toMatch(
    /^::error file=app\/sms\/otp\.liquid,/,
  )
  const elsewhere = folderWith({ 'otp.liquid': bad })
  const { out: outside } = await runHere(['lint', '--format', 'sarif', elsewhere], { cwd })
  expect(outside).toContain(`"uri": "file://${elsewhere}/otp.liquid"`)
})

test('GitHub gets what its annotations leave out, within its limit', () => {
  const faults = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`sms/${i}.liquid`, `${bad}\n`]),
  )
  const cwd = folderWith(faults)
  const summary = join(cwd, 'summary.md')
  const lint = (format: string, file = summary): Outcome =>
    codeword(['lint', 'sms', '--format', format, '--rule', 'edge-whitespace=off'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: file },
    })
  lint('stylish')
  expect(existsSync(summary)).toBe(false)
  writeFileSync(summary, 'Before\n')
  const { code, out, err } = lint('github')
  expect([code, err]).toEqual([1, ''])
  expect(out.match(/^::error /gm)).toHaveLength(10)
  expect(out).toContain('\n2 more of severity error:\nsms/')
  expect(read(summary)).toMatch(/^Before\n### Codeword: 12 errors in 12 files\n/)
  expect(read(summary).match(/^\| error /gm)).toHaveLength(12)
  writeFileSync(summary, 'x'.repeat(2 ** 20 - 1500))
  lint('github')
  expect(statSync(summary).size).toBeLessThanOrEqual(2 ** 20)
  expect(read(summary).slice(-100)).toMatch(/and \d+ more findings: the log has them all\.\n\n$/)
  expect(lint('github', cwd)).toMatchObject({
    code: 1,
    err: 'codeword: GITHUB_STEP_SUMMARY cannot be written (EISDIR)\n',
  })
})
