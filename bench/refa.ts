import { DFA } from 'refa'
import { alphabetFor } from '../packages/core/src/decide/alphabet/alphabet.ts'
import { type Machine, product } from '../packages/core/src/decide/automata/machine.ts'
import { minimise } from '../packages/core/src/decide/automata/minimise.ts'
import { domainPredicate } from '../packages/core/src/decide/domains/domains.ts'
import { contains } from '../packages/core/src/decide/logic/predicate.ts'
import { cldrLocales } from '../packages/core/src/language/cldr-locales.generated.ts'
import { automatonOf, fromMachine } from '../packages/core/test/decide/refa.ts'
import { measure } from './measure.ts'

// The automata against those of refa: which branches of a chain of `contains` can be entered, in turn:
//   node bench/refa.ts [sizes, e.g. 20,100]
// Both keep what is left of the domain after each branch as a smallest automaton.

const sizes = (process.argv[2] ?? '20,50').split(',').map(Number)
const languages = [...new Set(cldrLocales.map((tag) => tag.split('-')[0]!))]
const alphabet = alphabetFor([])
const accepts = ({ labels }: Machine): boolean => labels.includes(1)

function ours(start: Machine, needles: readonly Machine[]): number {
  let left = start
  let entered = 0
  for (const needle of needles) {
    if (accepts(minimise(product(left, needle, (a, b) => a & b)))) entered++
    left = minimise(product(left, needle, (a, b) => a & ~b))
  }
  return entered
}

function theirs(start: DFA, needles: readonly (readonly [inside: DFA, outside: DFA])[]): number {
  let left = start
  let entered = 0
  for (const [inside, outside] of needles) {
    if (!DFA.fromIntersection(left, inside).isEmpty) entered++
    left = DFA.fromIntersection(left, outside)
    left.minimize()
  }
  return entered
}

for (const name of ['any', 'header'] as const)
  for (const size of sizes) {
    const texts = languages.slice(0, size)
    const domain =
      name === 'any'
        ? minimise(contains('').machine(alphabet))
        : domainPredicate(name).machine(alphabet)
    const machines = texts.map((text) => minimise(contains(text).machine(alphabet)))
    const automata = texts.map((text) => {
      const [inside, outside] = [
        automatonOf(new RegExp(`.*${text}.*`)),
        automatonOf(new RegExp(`.*${text}.*`)),
      ]
      outside.complement()
      return [inside, outside] as const
    })
    const start = fromMachine(domain, alphabet)
    const entered = [ours(domain, machines), theirs(start, automata)]
    if (entered[0] !== entered[1]) throw new Error(`${name} ${size}: ${entered.join(' and ')}`)
    const [a, b] = measure(
      { ours: () => ours(domain, machines), refa: () => theirs(start, automata) },
      3,
    )
    console.log(
      `${name.padEnd(7)} ${String(size).padStart(4)} needles, ${entered[0]} of them entered: ${a!.cpu.toFixed(1)} ms, refa ${b!.cpu.toFixed(1)} ms, ${(b!.cpu / a!.cpu).toFixed(1)} times`,
    )
  }
