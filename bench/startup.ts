import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './measure.ts'

// CPU of the built command line (`npm run build`) in units of `node -e 0`, all in turns in one run.

const bin = fileURLToPath(new URL('../packages/cli/dist/bin.cjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'codeword-bench-'))

const plain = (n: number): string =>
  `Your Acme code for order ${n} is @@password@@. Share it with nobody.`

const fiveLanguages = (n: number): string =>
  `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}
{%- case tag -%}
{%- when 'de' -%}Ihr Acme-Code ${n} lautet @@password@@.
{%- when 'es' -%}Tu clave ${n} de Acme es @@password@@.
{%- when 'fr' -%}Votre code Acme ${n} est @@password@@.
{%- when 'nl' -%}Je Acme-code ${n} is @@password@@.
{%- else -%}Your Acme code ${n} is @@password@@.
{%- endcase -%}`

function write(name: string, count: number, template: (n: number) => string): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (let n = 0; n < count; n++) writeFileSync(join(path, `${n}.liquid`), template(n))
  return path
}

interface Case {
  readonly name: string
  readonly args: readonly string[]
  /** Starts in one round, for times come in steps of 10 ms. */
  readonly starts: number
  /** The most units. */
  readonly target?: number
}

const cases: readonly Case[] = [
  { name: 'node -e 0', args: ['-e', '0'], starts: 10 },
  { name: '--version', args: [bin, '--version'], starts: 10 },
  {
    name: 'lint of one plain template',
    args: [bin, 'lint', join(write('one', 1, plain), '0.liquid')],
    starts: 10,
    target: 1.6,
  },
  {
    name: 'lint of one template in five languages',
    args: [bin, 'lint', join(write('five', 1, fiveLanguages), '0.liquid')],
    starts: 5,
  },
  {
    name: 'lint of 1,000 plain templates',
    args: [bin, 'lint', write('plain', 1000, plain)],
    starts: 1,
    target: 6,
  },
  {
    name: 'lint of 1,000 templates in five languages',
    args: [bin, 'lint', write('languages', 1000, fiveLanguages)],
    starts: 1,
  },
]

/** CPU of one start in milliseconds, by what a POSIX shell counts for its children. */
function cpuOf({ args, starts }: Case): number {
  const script = `n=${starts}; while [ $n -gt 0 ]; do "$0" "$@" > /dev/null; n=$((n - 1)); done; times`
  const times = execFileSync('sh', ['-c', script, process.execPath, ...args], { encoding: 'utf8' })
  const ofChildren = [...times.split('\n')[1]!.matchAll(/(\d+)m([\d.]+)s/g)]
  const total = ofChildren.reduce((sum, [, m, s]) => sum + 60_000 * Number(m) + 1000 * Number(s), 0)
  return total / starts
}

const rounds = 5
const samples = cases.map((): number[] => [])
for (let round = 0; round <= rounds; round++) {
  for (const [i, each] of cases.entries()) {
    const cpu = cpuOf(each)
    if (round > 0) samples[i]!.push(cpu) // The first round fills the caches.
  }
}

const unit = median(samples[0]!)
let missed = false
for (const [i, { name, target }] of cases.entries()) {
  const cpu = median(samples[i]!)
  const ratio = cpu / unit
  const goal = target === undefined ? '' : `  target ≤ ${target}${ratio > target ? ' MISSED' : ''}`
  console.log(
    `${name.padEnd(43)}${cpu.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)}${goal}`,
  )
  missed ||= target !== undefined && ratio > target
}
rmSync(folder, { recursive: true })
process.exitCode = missed ? 1 : 0
