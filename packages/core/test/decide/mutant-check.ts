import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { checkDemands } from './demand-oracle.ts'
import { checkFilter, checkPiece, filterCases } from './filter-oracle.ts'
import { checkCase, namedCases } from './named-cases.ts'
import { checkTemplates, same } from './oracle.ts'
import { checkPredicate, predicateCases } from './predicate-oracle.ts'
import { checkProofs } from './prove-oracle.ts'

// Everything that guards the prover, cheapest first, with fixed seeds; ends with 1 at the first fault.
// The mutation harness runs it over a copy of the source with one fault planted.
try {
  const { lower, upper, classOf } = alphabetFor([])
  for (let point = 0; point < 0x2_0000; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    const alphabet = alphabetFor([])
    if (character.toLowerCase() !== character)
      same([point, lower[classOf(point)]], [point, classesOf(alphabet, character.toLowerCase())])
    if (character.toUpperCase() !== character)
      same([point, upper[classOf(point)]], [point, classesOf(alphabet, character.toUpperCase())])
  }
  for (const one of predicateCases) checkPredicate(one)
  for (const [i, one] of filterCases.entries()) checkFilter(one, 1 + i, 3)
  for (const index of [1, 2]) checkPiece(index, 1, 1)
  checkTemplates(2000, 60)
  const cheapFirst = [...namedCases].sort(
    (a, b) => Number(a.question.domain !== 'any') - Number(b.question.domain !== 'any'),
  )
  for (const one of cheapFirst) checkCase(one)
  checkProofs(1000, 60)
  checkDemands(1, 60)
  checkTemplates(4000, 400)
} catch (error) {
  console.log(String(error).slice(0, 300))
  process.exit(1)
}
