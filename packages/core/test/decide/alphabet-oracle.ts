import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { same } from './oracle.ts'

/** Small and capital letters of all code points of the first two planes are those of JavaScript. */
export function checkLetters(): void {
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
