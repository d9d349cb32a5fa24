import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { checkDemands } from './demand-oracle.ts'
import { checkFilter, checkPiece, filterCases } from './filter-oracle.ts'
import { checkCase, namedCases } from './named-cases.ts'
import { checkTemplates, same } from './oracle.ts'
import { checkPredicate, predicateCases } from './predicate-oracle.ts'
import { checkProofs } from './prove-oracle.ts'

// Everything that guards the prover, with fixed seeds; ends with 1 at the first fault. The mutation harness runs
// it over a copy of the source with one fault planted, and names the folder of the fault: what guards that comes first.

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
  for (const [i, one] of filterCases.entries()) checkFilter(one, 1 + i, 3)
  for (const index of [1, 2]) checkPiece(index, 1, 1)
}

function cases(domain: string | undefined): void {
  for (const one of namedCases)
    if ((one.question.domain === 'any') === (domain === 'any')) checkCase(one)
}

const guards = {
  alphabet: unicode,
  predicates: () => predicateCases.forEach(checkPredicate),
  filters,
  symbolic: () => checkTemplates(2000, 60),
  named: () => cases('any'),
  domains: () => cases(undefined),
  questions: () => checkProofs(1000, 60),
  demand: () => checkDemands(1, 60),
  solve: () => checkTemplates(4000, 400),
}

try {
  const first = process.argv[2] as keyof typeof guards | undefined
  const order = Object.keys(guards) as (keyof typeof guards)[]
  if (first === 'symbolic') guards.predicates()
  if (first === 'symbolic' || first === 'questions' || first === 'solve') guards.named()
  if (first !== undefined && first in guards) guards[first]()
  for (const name of order) guards[name]()
} catch (error) {
  console.log(String(error).slice(0, 300))
  process.exit(1)
}
