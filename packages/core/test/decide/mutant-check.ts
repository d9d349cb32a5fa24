import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { checkFilter, checkPiece, filterCases } from './filter-oracle.ts'
import { namedCases } from './named-cases.ts'
import { checkTemplates, same } from './oracle.ts'
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
  for (const one of namedCases) {
    const question = {
      template: parse(one.source),
      profile: auth0Sms,
      variables: {},
      ...one.question,
    }
    const analysis = prove(question)!
    for (const [name, status, value] of one.expected) {
      const property = analysis.properties.find((p) => p.name === name)!
      const found = value === undefined ? [] : [property.witness?.value]
      same(
        [one.name, name, property.status, ...found],
        [one.name, name, status, ...(value === undefined ? [] : [value])],
      )
    }
  }
  for (const one of filterCases) checkFilter(one, 1, 1)
  for (const index of [1, 2]) checkPiece(index, 1, 1)
  checkProofs(1000, 60)
  checkTemplates(2000, 110)
  checkProofs(3000, 120)
  checkTemplates(4000, 500)
} catch (error) {
  console.log(String(error).slice(0, 300))
  process.exit(1)
}
