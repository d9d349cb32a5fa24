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

const words = 'Koda Clave Kode Kods'.split(' ')
const many =
  'de es fr it pt nl sv da fi pl cs tr ro hu vi id sk sl hr lt lv et is ga ca eu gl sq af sw ms fil mt cy lb fo br oc ast az'.split(
    ' ',
  )

/** The recommended idiom, with other texts for each number. */
const inLanguages =
  (languages: (n: number) => readonly string[]) =>
  (n: number): string => {
    const arms = languages(n).map(
      (tag, i) => `{%- when '${tag}' -%}${words[i]} ${n} Acme: @@password@@.`,
    )
    return `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}
{%- case tag -%}
${arms.join('')}{%- else -%}Your Acme code ${n} is @@password@@.
{%- endcase -%}`
  }

const fiveLanguages = inLanguages(() => ['de', 'es', 'fr', 'nl'])
/** Another four of forty beside English for each number. */
const otherLanguages = inLanguages((n) =>
  [0, 3 + (Math.floor(n / 40) % 7), 11 + (Math.floor(n / 280) % 7), 25].map(
    (step) => many[(n + step) % many.length]!,
  ),
)

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
    name: 'lint of 1,000 in the same five languages',
    args: [bin, 'lint', write('languages', 1000, fiveLanguages)],
    starts: 1,
    target: 12,
  },
  {
    name: 'lint of 1,000 in five of forty languages',
    args: [bin, 'lint', write('others', 1000, otherLanguages)],
    starts: 1,
    target: 12,
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

const rounds = 7
const samples = cases.map((): { cpu: number; ratio: number }[] => [])
for (let round = 0; round <= rounds; round++) {
  let unit = 0
  for (const [i, each] of cases.entries()) {
    const cpu = cpuOf(each)
    if (i === 0) unit = cpu
    // The first round fills the caches.
    if (round > 0) samples[i]!.push({ cpu, ratio: cpu / unit })
  }
}

let missed = false
for (const [i, { name, target }] of cases.entries()) {
  const cpu = median(samples[i]!.map((sample) => sample.cpu))
  // Of the same round, for machines are faster at one time than at another.
  const ratio = median(samples[i]!.map((sample) => sample.ratio))
  const goal = target === undefined ? '' : `  target ≤ ${target}${ratio > target ? ' MISSED' : ''}`
  console.log(
    `${name.padEnd(43)}${cpu.toFixed(0).padStart(6)} ms  ${ratio.toFixed(2).padStart(6)}${goal}`,
  )
  missed ||= target !== undefined && ratio > target
}
rmSync(folder, { recursive: true })
process.exitCode = missed ? 1 : 0
