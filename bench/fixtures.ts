import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './measure.ts'

// CPU of Vitest over 10,000 cases of a fixture, and over the same cases as somebody writes them by hand, in turns
// in one run: the packages as they are published, messages recorded already.

const target = 1.2
const count = Number(process.env.CODEWORD_RUNS ?? 10_000)
const root = join(import.meta.dirname, '..')
const home = mkdtempSync(join(tmpdir(), 'codeword-bench-'))

const template = `{%- assign tag = request_language | downcase | split: ',' | first | split: '-' | first -%}
{%- case tag -%}
{%- when 'de' -%}Dein Acme-Code ist @@password@@.
{%- when 'es' -%}Tu código de Acme es @@password@@.
{%- when 'fr' -%}Votre code Acme est @@password@@.
{%- when 'nl' -%}Je code van Acme is @@password@@.
{%- else -%}Your Acme code is @@password@@.
{%- endcase -%}
`

const languages = ['de', 'es', 'fr', 'nl', 'en', 'pt'].flatMap((tag) => [
  tag,
  `${tag}-XK,${tag};q=0.9,en;q=0.8`,
])
const cases = Array.from({ length: count }, (_, i) => ({
  name: `customer ${i}`,
  value: languages[i % languages.length]!,
}))

const byHand = `import { readFileSync } from 'node:fs'
import { Liquid } from 'liquidjs'
import { expect, test } from 'vitest'

const liquid = new Liquid()
const template = liquid.parse(readFileSync(new URL('./otp.liquid', import.meta.url), 'utf8'))
const message = (headers) =>
  liquid
    .renderSync(template, { request_language: headers['accept-language'] })
    .replaceAll('@@password@@', '123456')

${cases
  .map(
    ({ name, value }) =>
      `test('${name}', () => {\n  expect(message({ 'accept-language': '${value}' })).toMatchSnapshot()\n})`,
  )
  .join('\n')}
`

const fixture = `template: ./otp.liquid
cases:
${cases
  .map(({ name, value }) => `  - name: ${name}\n    headers: { accept-language: '${value}' }`)
  .join('\n')}
`

const runs = {
  'by hand': folder('by-hand', { 'otp.test.mjs': byHand }, 'export default {}\n'),
  fixture: folder(
    'fixture',
    { 'otp.codeword.yaml': fixture },
    // As `codeword test` runs it.
    `import { codeword } from '@codeword/vitest'
export default { plugins: [codeword()], test: { isolate: false, pool: 'threads' } }
`,
  ),
}

/** A folder as its user has it, with packages that npm has installed. */
function folder(name: string, files: Readonly<Record<string, string>>, config: string): string {
  const path = join(home, name)
  const modules = join(path, 'node_modules')
  mkdirSync(join(modules, '@codeword'), { recursive: true })
  for (const own of ['core', 'vitest'])
    for (const part of ['package.json', 'dist'])
      cpSync(join(root, 'packages', own, part), join(modules, '@codeword', own, part), {
        recursive: true,
      })
  for (const other of [
    'bcp-47-match',
    'fastest-levenshtein',
    'jsonc-parser',
    'liquidjs',
    'vite',
    'vitest',
    'yaml',
  ])
    symlinkSync(join(root, 'node_modules', other), join(modules, other))
  for (const [file, text] of Object.entries({
    ...files,
    'otp.liquid': template,
    'vitest.config.mjs': config,
  }))
    writeFileSync(join(path, file), text)
  return path
}

/** CPU of one run in seconds, by what a POSIX shell counts for its children. */
function cpuOf(cwd: string, env: Readonly<Record<string, string>>): number {
  const bin = join(root, 'node_modules/vitest/vitest.mjs')
  const script = '"$0" "$@" > /dev/null || exit; times'
  const times = execFileSync('sh', ['-c', script, process.execPath, bin, 'run'], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })
  const ofChildren = [...times.split('\n')[1]!.matchAll(/(\d+)m([\d.]+)s/g)]
  return ofChildren.reduce((sum, [, minutes, s]) => sum + 60 * Number(minutes) + Number(s), 0)
}

const samples = Object.fromEntries(Object.keys(runs).map((name) => [name, [] as number[]]))
const rounds = 5
for (let round = 0; round <= rounds; round++)
  for (const [name, path] of Object.entries(runs)) {
    // The first round records the messages; those that count only compare.
    const cpu = cpuOf(path, round === 0 ? {} : { CI: 'true' })
    if (round > 0) samples[name]!.push(cpu)
  }
rmSync(home, { recursive: true })

for (const [name, all] of Object.entries(samples))
  console.log(`${name.padEnd(12)}${median(all).toFixed(2).padStart(6)} s for ${count} cases`)
const ratio = median(samples.fixture!.map((cpu, i) => cpu / samples['by hand']![i]!))
console.log(
  `ratio       ${ratio.toFixed(2).padStart(6)}    target ≤ ${target}${ratio > target ? ' MISSED' : ''}`,
)
process.exitCode = ratio > target ? 1 : 0
