import { type Alphabet, classesOf } from '../alphabet/alphabet.ts'
import { type Columns, explore, groupClasses, type Machine } from './machine.ts'
import { borders } from './words.ts'

/** What is done with a text that is read from left to right in search of a pattern. */
export interface Reading<S> {
  /** Classes that behave alike share all keys. */
  readonly keys: readonly ((class_: number) => number)[]
  readonly start: S
  readonly key: (state: S) => string | number
  /** A character that belongs to no occurrence. */
  readonly plain: (state: S, class_: number) => S
  /** An occurrence of the pattern. */
  readonly match: (state: S) => S
  readonly label: (state: S) => number
}

/**
 * Reads texts as `split(pattern)` does: occurrences from the left that do not overlap. Characters are
 * held back while they may belong to an occurrence (Knuth, Morris and Pratt).
 * @param pattern not empty
 */
export function scan<S>(alphabet: Alphabet, pattern: string, reading: Reading<S>): Machine {
  const word = classesOf(alphabet, pattern)
  const border = borders(word)
  const plain = (state: S, from: number, to: number): S => {
    let at = state
    for (let i = from; i < to; i++) at = reading.plain(at, word[i]!)
    return at
  }
  const places = new Map(word.map((class_, i) => [class_, i + 1]))
  const columns: Columns = groupClasses(alphabet.size, [...reading.keys, (c) => places.get(c) ?? 0])
  return explore<{ readonly held: number; readonly state: S }>(columns, {
    start: { held: 0, state: reading.start },
    key: ({ held, state }) => `${held}:${reading.key(state)}`,
    step: ({ held, state }, class_) => {
      let at = state
      let k = held
      while (k > 0 && word[k] !== class_) {
        const shorter = border[k]!
        at = plain(at, 0, k - shorter)
        k = shorter
      }
      if (word[k] !== class_) return { held: 0, state: reading.plain(at, class_) }
      return k + 1 === word.length
        ? { held: 0, state: reading.match(at) }
        : { held: k + 1, state: at }
    },
    label: ({ held, state }) => reading.label(plain(state, 0, held)),
  })
}
