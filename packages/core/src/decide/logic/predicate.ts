import { type Alphabet, classesOf } from '../alphabet/alphabet.ts'
import { explore, groupClasses, type Machine } from '../automata/machine.ts'
import { scan } from '../automata/scan.ts'
import { containing, whichOf } from '../automata/words.ts'
import { split } from '../filters/split.ts'

/** A set of texts: told by running it, and as a machine with the labels 0 and 1. */
export interface Predicate {
  /** Equal keys mean equal sets. */
  readonly key: string
  /** The texts whose characters must be told apart. */
  readonly constants: readonly string[]
  readonly test: (text: string) => boolean
  readonly machine: (alphabet: Alphabet) => Machine
  /** True where the key tells sets apart within one template only. */
  readonly local?: boolean
  /** The only text in the set, where there is only one. */
  readonly only?: string
  /** What every text in the set contains and every text outside lacks. */
  readonly needle?: string
  /** The same test in two steps, the first of which many predicates share. */
  readonly read?: Reading
}

export interface Reading {
  readonly of: (text: string) => unknown
  readonly test: (read: unknown) => boolean
}

export const equals = (text: string): Predicate => ({
  key: `== ${JSON.stringify(text)}`,
  constants: [text],
  test: (other) => other === text,
  machine: (alphabet) => whichOf(alphabet, [text]),
  only: text,
})

export const contains = (text: string): Predicate => ({
  key: `contains ${JSON.stringify(text)}`,
  constants: [text],
  test: (other) => other.includes(text),
  machine: (alphabet) => containing(alphabet, text),
  needle: text,
})

/** One of finitely many texts. */
export function oneOf(texts: Iterable<string>): Predicate {
  const set = new Set(texts)
  return {
    key: `in ${JSON.stringify([...set])}`,
    constants: [...set],
    test: (text) => set.has(text),
    machine: (alphabet) => {
      const machine = whichOf(alphabet, [...set])
      return { ...machine, labels: machine.labels.map((label) => Math.min(label, 1)) }
    },
  }
}

/** The texts without a character outside a set of classes. */
const onlyOf = (
  key: string,
  test: (text: string) => boolean,
  within: (alphabet: Alphabet) => readonly boolean[],
): Predicate => ({
  key,
  constants: [],
  test,
  machine: (alphabet) => {
    const allowed = within(alphabet)
    return explore<number>(groupClasses(alphabet.size, [(class_) => Number(allowed[class_])]), {
      start: 1,
      key: (state) => state,
      step: (state, class_) => (allowed[class_] ? state : 0),
      label: (state) => state,
    })
  },
})

/** What LiquidJS calls `blank` in a text. */
export const blank: Predicate = onlyOf(
  'blank',
  (text) => /^\s*$/.test(text),
  (a) => a.space,
)

/** Nothing in it that a reader sees. */
export const unseen = (isBlank: (text: string) => boolean): Predicate =>
  onlyOf('unseen', isBlank, (alphabet) => alphabet.invisible)

/** Labels a text with the number of its UTF-16 units, at most `most`. */
const unitsUpTo = (alphabet: Alphabet, most: number): Machine =>
  explore<number>(groupClasses(alphabet.size, [(class_) => alphabet.units[class_]!]), {
    start: 0,
    key: (count) => count,
    step: (count, class_) => Math.min(count + alphabet.units[class_]!, most),
    label: (count) => count,
  })

/**
 * A text whose `size` fulfils a condition.
 * @param most the condition has one answer for all sizes from `most` on
 */
export const sized = (key: string, most: number, holds: (size: number) => boolean): Predicate => ({
  key: `size ${key}`,
  constants: [],
  test: (text) => holds(text.length),
  machine: (alphabet) => {
    const machine = unitsUpTo(alphabet, most)
    return { ...machine, labels: machine.labels.map((size) => Number(holds(size))) }
  },
})

/** The texts of more than so many code points. */
export const longerThan = (points: number): Predicate => ({
  key: `more than ${points} characters`,
  constants: [],
  test: (text) => [...text].length > points,
  machine: (alphabet) =>
    explore<number>(groupClasses(alphabet.size, []), {
      start: 0,
      key: (read) => read,
      step: (read) => Math.min(read + 1, points + 1),
      label: (read) => Number(read > points),
    }),
})

/**
 * A text that `split: separator` cuts into a number of pieces that fulfils a condition.
 * @param separator not empty
 * @param most the condition has one answer for all numbers from `most` on
 */
export const piecesCounted = (
  separator: string,
  key: string,
  most: number,
  holds: (count: number) => boolean,
): Predicate => ({
  key: `pieces ${JSON.stringify(separator)} ${key}`,
  constants: [separator],
  test: (text) => holds(split(text, separator).length),
  machine: (alphabet) => {
    // The pieces so far, and how many of them count if nothing but separators follow.
    const pair = (pieces: number, counted: number): number => pieces * (most + 2) + counted
    return scan<number>(alphabet, separator, {
      keys: [],
      start: pair(0, 0),
      key: (state) => state,
      plain: (state) => {
        const pieces = Math.floor(state / (most + 2))
        return pair(pieces, Math.min(pieces + 1, most))
      },
      match: (state) =>
        pair(Math.min(Math.floor(state / (most + 2)) + 1, most), state % (most + 2)),
      label: (state) => Number(holds(state % (most + 2))),
    })
  },
})

/**
 * A text with a piece equal to `text`, as `contains` asks a split list.
 * @param separator not empty
 */
export const hasPiece = (separator: string, text: string): Predicate => ({
  key: `piece ${JSON.stringify([separator, text])}`,
  constants: [separator, text],
  test: (whole) => split(whole, separator).includes(text),
  machine: (alphabet) => {
    const word = classesOf(alphabet, text)
    const wrong = word.length + 1
    const found = wrong + 1
    // An empty piece counts once a piece that is not empty follows: bit 0 of the state's half.
    const state = (matched: number, emptySeen: number): number => matched * 2 + emptySeen
    return scan<number>(alphabet, separator, {
      keys: [(class_) => word.indexOf(class_)],
      start: state(0, 0),
      key: (at) => at,
      plain: (at, class_) => {
        if (at >= found * 2) return at
        if (text === '') return at % 2 === 1 ? state(found, 0) : state(wrong, 0)
        const matched = Math.floor(at / 2)
        return state(matched < word.length && word[matched] === class_ ? matched + 1 : wrong, 0)
      },
      match: (at) => {
        if (at >= found * 2) return at
        if (text === '') return state(0, Math.floor(at / 2) === 0 ? 1 : at % 2)
        return Math.floor(at / 2) === word.length ? state(found, 0) : state(0, 0)
      },
      label: (at) => Number(at >= found * 2 || (text !== '' && Math.floor(at / 2) === word.length)),
    })
  },
})

/** A text with at least `count` occurrences of `text` that do not overlap; `text` is not empty. */
export const occurs = (text: string, count: number): Predicate => ({
  key: `${count} times ${JSON.stringify(text)}`,
  constants: [text],
  test: (other) => other.split(text).length > count,
  machine: (alphabet) =>
    scan<number>(alphabet, text, {
      keys: [],
      start: 0,
      key: (found) => found,
      plain: (found) => found,
      match: (found) => Math.min(found + 1, count),
      label: (found) => Number(found === count),
    }),
})
