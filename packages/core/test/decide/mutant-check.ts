import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { checkDemands } from './demand-oracle.ts'
import { checkFilter, checkPiece, filterCases } from './filter-oracle.ts'
import { checkCase, namedCases } from './named-cases.ts'
import { checkTemplates, same } from './oracle.ts'
import { checkPredicate, predicateCases } from './predicate-oracle.ts'
import { checkProofs } from './prove-oracle.ts'
import { checkSolver } from './solver-oracle.ts'

// Everything that guards the prover, with fixed seeds; tells the first fault or `sound`. `scripts/mutants.ts` runs
// it over a source with one fault planted and names the file of the fault: what guards that comes first.
const [folder = '', file = 'none'] = (process.argv[2] ?? '').replaceAll('-', '_').split(/[/.]/)

function unicode(): void {
  const alphabet = alphabetFor([])
  const { lower, upper, classOf } = alphabet
  for (let point = 0; point < 0x2_0000; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    if (character.toLowerCase() !== character)
      same([point, lower[classOf(point)]], [point, classesOf(alphabet, character.toLowerCase())])
    if (character.toUpperCase() !== character)
      same([point, upper[classOf(point)]], [point, classesOf(alphabet, character.toUpperCase())])
  }
}

function filters(): void {
  const all = filterCases.map((one, i) => ({ one, seed: 1 + i, named: one[0].includes(file) }))
  for (const { one, seed } of all.filter(({ named }) => named)) checkFilter(one, seed, 8)
  for (const { one, seed } of all.filter(({ named }) => !named)) checkFilter(one, seed, 3)
  for (const index of [1, 2]) checkPiece(index, 1, 1)
}

const predicates = (): void => predicateCases.forEach(checkPredicate)
const cases = (): void => namedCases.forEach(checkCase)

/** What guards a folder best. */
const best: Readonly<Record<string, readonly (() => void)[]>> = {
  demand: [() => checkDemands(1, 60)],
  filters: [filters],
  questions: [cases],
  solve: [() => checkSolver(1, 100)],
  symbolic: [predicates, cases],
}

const everything: readonly (() => void)[] = [
  predicates,
  unicode,
  () => checkSolver(1, 100),
  cases,
  () => checkDemands(1, 60),
  () => checkProofs(1000, 60),
  () => checkTemplates(2000, 60),
  filters,
  () => checkTemplates(4000, 400),
]

try {
  for (const check of [...(best[folder] ?? []), ...everything]) check()
  console.log('sound')
} catch (error) {
  console.log(`fault: ${String(error).slice(0, 300)}`)
}
