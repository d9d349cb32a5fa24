import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { codeword } from './cli.ts'
import { folderWith } from './folder.ts'

const env = { NO_COLOR: '1' }

const otp = {
  'otp.liquid': `{% if request_language == 'nl' %}Uw code: {{ code }}{% else %}Code: {{ code }}{% endif %}`,
  'otp.codeword.yaml': `template: ./otp.liquid
cases:
  - name: Dutch phone
    value: nl
    expect: { segments: 1 }
`,
}

test("the repository's own fixtures", () => {
  const cwd = fileURLToPath(new URL('../../../fixtures', import.meta.url))
  const { code, out, err } = codeword(['test'], { cwd, env: { ...env, CI: 'true' } })
  expect(err).toBe('')
  expect(Number(/Tests +(\d+) passed/.exec(out)?.[1])).toBeGreaterThan(150)
  expect(code).toBe(0)
})

test('records messages, then holds templates to them, whatever Vitest is set up for there', () => {
  const cwd = folderWith({ ...otp, 'vitest.config.ts': 'throw new Error("not ours")' })
  expect(codeword(['test'], { cwd, env })).toMatchObject({ code: 0, err: '' })
  const recorded = join(cwd, 'otp.codeword.snap.md')
  expect(readFileSync(recorded, 'utf8')).toContain('\nUw code: 123456\n')

  writeFileSync(join(cwd, 'otp.liquid'), otp['otp.liquid'].replace('Uw code', 'Je code'))
  const { code, err } = codeword(['test'], { cwd, env })
  expect(code).toBe(1)
  expect(err).toContain('- Uw code: 123456\n+ Je code: 123456\n')
  expect(codeword(['test', '-u', 'otp'], { cwd, env })).toMatchObject({ code: 0 })
  expect(readFileSync(recorded, 'utf8')).toContain('\nJe code: 123456\n')
})

test('runs fixtures only, and leaves nothing but snapshots', () => {
  const cwd = folderWith({ ...otp, 'own.test.mjs': 'throw new Error("not ours")' })
  const before = readdirSync(cwd)
  expect(codeword(['test'], { cwd, env })).toMatchObject({ code: 0, err: '' })
  expect(readdirSync(cwd)).toEqual([...before, 'otp.codeword.snap.md'].sort())
})

test('covers templates, and hands options on', () => {
  const cwd = folderWith(otp)
  const limit = ['--coverage.reporter=text', '--coverage.thresholds.branches=100']
  const { code, out, err } = codeword(['test', '--coverage', '--', ...limit], { cwd, env })
  expect(out).toMatch(/otp\.liquid +\| +60 \| +50 \|/)
  expect(err).toContain('ERROR: Coverage for branches (50%)')
  expect(code).toBe(1)
})

test.each([
  [['test'], {}, 'test: there is no fixture here; codeword init FILE writes one'],
  [
    ['test', 'sms'],
    otp,
    'sms: no fixture below this folder has this in its path, and there is no such file',
  ],
  [
    ['test', 'sms.liquid'],
    { ...otp, 'sms.liquid': 'Code: {{ code }}' },
    'sms.liquid: no fixture speaks of it; codeword init sms.liquid writes one',
  ],
  [['test', '--covrage'], otp, 'unknown option --covrage; did you mean --coverage?'],
  [['test', '--', '--covrage'], otp, 'test: Vitest says: Unknown option `--covrage`'],
  [['test', '--', '--reporter=nope'], otp, 'test: Vitest says: Failed to load custom Reporter'],
])('%j cannot run', (args, files, line) => {
  const { code, err } = codeword(args, { cwd: folderWith(files), env })
  expect(code).toBe(2)
  expect(err).toContain(`codeword: ${line}`)
  expect(err).not.toContain('exiting with code')
})

test('runs one case by its line, and says so where none stands there', () => {
  const two = `${otp['otp.codeword.yaml']}  - name: Anybody\n`
  const cwd = folderWith({ ...otp, 'otp.codeword.yaml': two })
  const one = codeword(['test', 'otp.codeword.yaml:6', '--', '--reporter=verbose'], { cwd, env })
  expect(one).toMatchObject({ code: 0, err: '' })
  expect(one.out).toContain('Anybody')
  expect(one.out).toMatch(/1 passed \| 1 skipped/)
  const none = codeword(['test', 'otp.codeword.yaml:99'], { cwd, env })
  expect(none.code).toBe(1)
  expect(none.err).toContain('No test found in otp.codeword.yaml in line 99')
})

test('runs the fixtures of a template', () => {
  const sms = 'template: ../otp.liquid\ncases: [{ name: Elsewhere }]\n'
  const files = { ...otp, 'more/sms.codeword.yaml': sms, 'other.liquid': 'Code: {{ code }}' }
  const other = 'template: ./other.liquid\ncases: [{ name: Other }]\n'
  const cwd = folderWith({ ...files, 'other.codeword.yaml': other })
  for (const name of ['otp.liquid', './otp.liquid', join(cwd, 'otp.liquid')]) {
    const { code, out } = codeword(['test', name, '--', '--reporter=verbose'], { cwd, env })
    expect(out).toContain('Elsewhere')
    expect(out).toContain('Dutch phone')
    expect(out).not.toContain('Other')
    expect(code).toBe(0)
  }
})

test('the commands of the README', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const commands = [.../^codeword (.+?) +# /gm[Symbol.matchAll](readme)].map(([, args]) => args!)
  expect(commands).toEqual(['init otp.liquid', 'test', 'mutate'])
  const page = readFileSync(new URL('../../../docs/fixtures.md', import.meta.url), 'utf8')
  const cwd = folderWith({ 'otp.liquid': /```liquid\n([\s\S]*?)```/.exec(page)![1]! })
  for (const command of commands)
    expect(codeword(command.split(' '), { cwd, env })).toMatchObject({ code: 0 })
  expect(codeword(['test'], { cwd, env: { ...env, CI: 'true' } })).toMatchObject({ code: 0 })
})

test('proves what a limit of segments says', () => {
  const long = `{% if request_language contains 'fr' %}${'x'.repeat(160)}{% endif %}{{ code }}`
  const limited = 'template: ./otp.liquid\nlimits: { segments: 1 }\n'
  const cwd = folderWith({ 'otp.liquid': long, 'otp.codeword.yaml': limited })
  const { code, err } = codeword(['test'], { cwd, env })
  expect(code).toBe(1)
  expect(err).toContain('within-limits is broken')
  expect(err).toContain('codeword rules segment-limit says how to mend it')
})

test('shows what is reached even where a test fails', () => {
  const cwd = folderWith({
    ...otp,
    'otp.codeword.yaml': `${otp['otp.codeword.yaml']}`.replace('1 }', '2 }'),
  })
  const { code, out } = codeword(['test', '--coverage'], { cwd, env })
  expect(out).toMatch(/otp\.liquid +\| +60 \|/)
  expect(code).toBe(1)
})

test('says what is missing where Vitest was left out', () => {
  const hooks = `import { registerHooks } from 'node:module'
registerHooks({
  resolve(specifier, context, next) {
    return next(specifier === 'vitest/node' ? 'vitest-that-is-not-there' : specifier, context)
  },
})`
  const node = ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`]
  expect(codeword(['test'], { cwd: folderWith(otp), env, node })).toEqual({
    code: 2,
    out: '',
    err: 'codeword: test needs Vitest, which was left out: npm install --include=optional codeword brings it\n',
  })
})
