import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { labelOf } from '../../src/decide/automata/machine.ts'
import { minimise } from '../../src/decide/automata/minimise.ts'
import {
  blank,
  contains,
  equals,
  hasPiece,
  occurs,
  oneOf,
  type Predicate,
  piecesCounted,
  sized,
  unseen,
} from '../../src/decide/logic/predicate.ts'
import { isBlank } from '../../src/decide/message.ts'
import { texts } from './machines.ts'
import { same } from './oracle.ts'

/** Sets of texts with the characters that try them, and how long the texts get. */
export const predicateCases: readonly (readonly [Predicate, readonly string[], length: number])[] =
  [
    ...['', 'a', 'aab', 'aba', 'abab'].flatMap((text) => [
      [contains(text), ['a', 'b'], 8] as const,
      [equals(text), ['a', 'b'], 5] as const,
    ]),
    [oneOf(['', 'a', 'ab', 'ß']), ['a', 'b', 'ß'], 4],
    [blank, [' ', '\u00a0', '\u200b', 'a', '\n'], 4],
    [unseen(isBlank), [' ', '\u00a0', '\u200b', 'a', '\u0301'], 4],
    [sized('>= 3', 3, (size) => size >= 3), ['a', '😀'], 4],
    [sized('== 2', 3, (size) => size === 2), ['a', '😀'], 4],
    ...[',', '--', 'aab', 'aba'].flatMap((separator) => [
      ...[0, 1, 2].map(
        (count) =>
          [
            piecesCounted(separator, `>= ${count}`, count, (n) => n >= count),
            [...new Set(`${separator}b`)],
            7,
          ] as const,
      ),
      [
        piecesCounted(separator, '= 0', 1, (n) => n === 0),
        [...new Set(`${separator}b`)],
        7,
      ] as const,
      ...['', 'b', 'bb', '-'].map(
        (text) => [hasPiece(separator, text), [...new Set(`${separator}b`)], 7] as const,
      ),
    ]),
    [occurs('ab', 1), ['a', 'b'], 7],
    [occurs('aba', 2), ['a', 'b'], 8],
  ]

/** A set of texts as a machine against the test that tells it. */
export function checkPredicate([
  predicate,
  characters,
  length,
]: (typeof predicateCases)[number]): void {
  const alphabet = alphabetFor([...predicate.constants, ...characters])
  const raw = predicate.machine(alphabet)
  const small = minimise(raw)
  for (const text of texts(characters, length)) {
    const word = classesOf(alphabet, text)
    const wanted = Number(predicate.test(text))
    same(
      [predicate.key, text, labelOf(raw, word), labelOf(small, word)],
      [predicate.key, text, wanted, wanted],
    )
  }
}
