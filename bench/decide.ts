import { alphabetFor } from '../packages/core/src/decide/alphabet/alphabet.ts'
import { collect } from '../packages/core/src/decide/automata/needles.ts'
import { domainPredicate } from '../packages/core/src/decide/domains/domains.ts'
import { prove } from '../packages/core/src/decide/prove.ts'
import type { DomainName } from '../packages/core/src/language/domain.ts'
import { auth0Sms } from '../packages/core/src/profile/auth0-sms.ts'
import { parse } from '../packages/core/src/syntax/parse.ts'
import { median, nodeStart, threadCpu } from './measure.ts'
import { families, sample, tags } from './templates.ts'

// What it takes to decide all eight properties and to list the table, in CPU milliseconds of the thread, or in
// milliseconds that pass where that is too coarse:
//   node --conditions=@codeword/source bench/decide.ts [sizes, e.g. 5,20,50] [domains, e.g. any,header]
// No template is asked about twice: what was learnt about the same one would answer at once.

const sizes = (process.argv[2] ?? '5,20,50,100,200,400').split(',').map(Number)
const domains = (process.argv[3] ?? 'any,header,real').split(',') as DomainName[]
const repeats = 3

function elapsed(work: () => void): number {
  const before = performance.now()
  work()
  return performance.now() - before
}

const misses: string[] = []
function goal(name: string, value: number, most: number): string {
  if (value > most) misses.push(`${name}: ${value.toFixed(1)} (target ${most})`)
  return value > most ? `> ${most}` : `≤ ${most}`
}

/** The properties that are proved, broken and unproved, a letter each. */
function ask(source: string, domain: DomainName): string {
  const template = parse(source)
  const analysis = prove({ template, profile: auth0Sms, variables: {}, domain, budget: 60_000 })!
  return analysis.properties.map(({ status }) => status[0]).join('')
}

/** Decides templates of other shapes in between, so that nothing is left over from the last one. */
const forget = (domain: DomainName): void => {
  for (const tag of ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh', 'ii'])
    ask(`{% if request_language == '${tag}' %}a{% endif %}`, domain)
}

for (let i = 0; i < 40; i++)
  for (const family of Object.values(families)) ask(family(tags(10, i)), domains[i % 3] ?? 'any')

const samples = Array.from({ length: 60 }, () => {
  forget('header')
  return elapsed(() => ask(sample, 'header'))
})
console.log(
  `the sample, warmed: ${median(samples).toFixed(2)} ms ${goal('sample', median(samples), 2)}`,
)

console.log('\nall properties, by languages (p proved, b broken, u unproved; slope from 50 on)')
for (const domain of domains)
  for (const [name, family] of Object.entries(families)) {
    const points = sizes.map((size) => {
      let told = ''
      const times = Array.from({ length: size > 200 ? 1 : repeats }, (_, turn) =>
        threadCpu(() => (told = ask(family(tags(size, turn + 1)), domain))),
      )
      return { size, time: Math.min(...times), told }
    })
    const row = points.map(({ size, time }) => `${size}: ${time.toFixed(1).padStart(5)}`)
    const large = points.filter(({ size }) => size >= 50)
    const slope = large.length > 1 ? slopeOf(large) : 0
    const at200 = points.find(({ size }) => size === 200)
    const verdict = [
      `slope ${slope.toFixed(2)} ${goal(`${domain} ${name} slope`, slope, 3)}`,
      at200 && goal(`${domain} ${name} 200`, at200.time, name === 'nested' ? 500 : 250),
      ...new Set(points.map(({ told }) => told)),
    ]
    console.log(`${domain.padEnd(7)}${name.padEnd(14)}${row.join('  ')}  ${verdict.join('  ')}`)
  }

/** How fast times grow with sizes: the slope of the line through their logarithms. */
function slopeOf(points: readonly { readonly size: number; readonly time: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size))
  const ys = points.map(({ time }) => Math.log(time))
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length
  const [mx, my] = [mean(xs), mean(ys)]
  const sum = xs.reduce((all, x, i) => all + (x - mx) * (ys[i]! - my), 0)
  return sum / xs.reduce((all, x) => all + (x - mx) ** 2, 0)
}

console.log('\na key press: another letter in one test of a template in 20 languages')
for (const domain of domains) {
  const source = families.chain!(
    'de en es fr it nl pt sv da fi pl cs tr el ro hu uk ru ar he'.split(' '),
  )
  const times = Array.from({ length: 300 }, (_, i) => {
    const letters = String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))
    return elapsed(() => ask(source.replace("'it'", `'i${letters}'`), domain))
  }).toSorted((a, b) => a - b)
  const [half, late] = [times[150]!, times[285]!]
  const target = goal(`${domain} key press`, late, domain === 'real' ? 16 : 10)
  console.log(`${domain.padEnd(7)}p50 ${half.toFixed(1)} ms  p95 ${late.toFixed(1)} ms ${target}`)
}

console.log('\n150 languages at once in one value')
for (const domain of domains) {
  const alphabet = alphabetFor([])
  const demands =
    domain === 'any'
      ? []
      : [{ machine: domainPredicate(domain as 'header').machine(alphabet), label: 1 }]
  const times = Array.from({ length: 3 }, (_, turn) =>
    threadCpu(() => collect(alphabet, demands, tags(150, turn))),
  )
  const time = median(times)
  console.log(`${domain.padEnd(7)}${time.toFixed(0)} ms ${goal(`${domain} needles`, time, 250)}`)
}

console.log(`\nnode -e 0: ${nodeStart().toFixed(0)} ms CPU`)
for (const miss of misses) console.log(`MISSED ${miss}`)
process.exitCode = misses.length > 0 ? 1 : 0
