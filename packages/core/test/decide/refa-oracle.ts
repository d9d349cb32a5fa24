import { alphabetFor } from '../../src/decide/alphabet/alphabet.ts'
import { append } from '../../src/decide/filters/append.ts'
import { downcase } from '../../src/decide/filters/downcase.ts'
import { lstrip } from '../../src/decide/filters/lstrip.ts'
import type { Operator } from '../../src/decide/filters/operator.ts'
import { prepend } from '../../src/decide/filters/prepend.ts'
import { remove } from '../../src/decide/filters/remove.ts'
import { replace } from '../../src/decide/filters/replace.ts'
import { rstrip } from '../../src/decide/filters/rstrip.ts'
import { slice } from '../../src/decide/filters/slice.ts'
import { lastPiece, piece } from '../../src/decide/filters/split.ts'
import { strip } from '../../src/decide/filters/strip.ts'
import { upcase } from '../../src/decide/filters/upcase.ts'
import { machineOf } from '../../src/decide/logic/atom-machine.ts'
import { extend, identity } from '../../src/decide/logic/chain.ts'
import { contains, equals, type Predicate } from '../../src/decide/logic/predicate.ts'
import { randomFrom } from './machines.ts'
import { same } from './oracle.ts'
import { automatonOf, fromMachine, liveStates, sameTexts } from './refa.ts'

/** The texts for which `filter == word` or `filter contains word` holds, as a regular expression. */
type Pattern = (word: string) => string

export interface RefaCase {
  readonly name: string
  readonly operators: readonly Operator[]
  /** Of the words: none that splits, none that case mapping makes together with others, as of ß. */
  readonly letters: string
  readonly equals: Pattern
  readonly contains: Pattern
}

const each = (word: string, pattern: (character: string) => string, between = ''): string =>
  Array.from(word, pattern).join(between)

/** The characters that a case mapping makes this one of, found by asking all of Unicode. */
const mappedTo = (map: (character: string) => string) => {
  const sources = new Map<string, string>()
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point)
    const result = map(character)
    sources.set(result, `${sources.get(result) ?? ''}\\u{${point.toString(16)}}`)
  }
  return (character: string): string => `[${sources.get(character) ?? ''}]`
}
const lowered = mappedTo((character) => character.toLowerCase())
const raised = mappedTo((character) => character.toUpperCase())

/** A filter that maps each character on its own. */
const letterwise = (
  name: string,
  operator: Operator,
  letters: string,
  sources: (character: string) => string,
): RefaCase => ({
  name,
  operators: [operator],
  letters,
  equals: (word) => each(word, sources),
  contains: (word) => `.*${each(word, sources)}.*`,
})

const sliced = (begin: number, length: number): RefaCase => ({
  name: `slice: ${begin}, ${length}`,
  operators: [slice(begin, length)],
  letters: 'ab😀',
  equals: (word) => {
    const room = length - [...word].length
    if (word === '') return `.{0,${begin}}`
    return room < 0 ? '[]' : `.{${begin}}${word}${room === 0 ? '.*' : ''}`
  },
  contains: (word) => {
    const room = length - [...word].length
    if (word === '') return '.*'
    return room < 0 ? '[]' : `.{${begin},${begin + room}}${word}.*`
  },
})

/** All ways to cut a word into two, an empty part included. */
const cuts = (word: string): readonly (readonly [string, string])[] =>
  Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)])

const appended = (end: string): RefaCase => ({
  name: `append: ${end}`,
  operators: [append(end)],
  letters: 'ab',
  equals: (word) => (word.endsWith(end) ? word.slice(0, -end.length) : '[]'),
  contains: (word) =>
    [
      `.*${word}.*`,
      ...cuts(word).flatMap(([a, b]) => (end.startsWith(b) ? [`.*${a}`] : [])),
      ...(end.includes(word) ? ['.*'] : []),
    ].join('|'),
})

const prepended = (start: string): RefaCase => ({
  name: `prepend: ${start}`,
  operators: [prepend(start)],
  letters: 'ab',
  equals: (word) => (word.startsWith(start) ? word.slice(start.length) : '[]'),
  contains: (word) =>
    [
      `.*${word}.*`,
      ...cuts(word).flatMap(([a, b]) => (start.endsWith(a) ? [`${b}.*`] : [])),
      ...(start.includes(word) ? ['.*'] : []),
    ].join('|'),
})

/** What stays as it is inside, but for blanks at an end that is cut. */
const trimmed = (name: string, operator: Operator, before: string, after: string): RefaCase => ({
  name,
  operators: [operator],
  letters: 'ab',
  equals: (word) => (word === '' ? '\\s*' : `${before}${word}${after}`),
  contains: (word) => `.*${word}.*`,
})

/** The language of the first tag, as people cut it out: `[nl]-BE;q=0.9,…`. */
const firstLanguage: RefaCase = {
  name: "replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first | downcase",
  operators: [replace('_', '-'), piece(',', 0), piece(';', 0), strip(), piece('-', 0), downcase()],
  letters: 'nlkz',
  equals: (word) => {
    if (word === '') return '\\s*(?:[-_][^,;]*)?(?:[,;].*)?'
    return `\\s*${each(word, lowered)}(?:\\s*|[-_][^,;]*)(?:[,;].*)?`
  },
  contains: (word) => (word === '' ? '.*' : `[^-_,;]*${each(word, lowered)}.*`),
}

export const refaCases: readonly RefaCase[] = [
  {
    name: 'nothing',
    operators: [],
    letters: 'ab-',
    equals: (word) => word,
    contains: (word) => `.*${word}.*`,
  },
  letterwise('downcase', downcase(), 'akKß', lowered),
  letterwise('upcase', upcase(), 'BKkЖ', raised),
  letterwise('replace: a, b', replace('a', 'b'), 'abc', (c) =>
    c === 'b' ? '[ab]' : c === 'a' ? '[]' : c,
  ),
  ...[0, 1, 2].flatMap((begin) => [1, 2, 3].map((length) => sliced(begin, length))),
  ...['a', 'ab', 'aab'].flatMap((text) => [appended(text), prepended(text)]),
  trimmed('strip', strip(), '\\s*', '\\s*'),
  trimmed('lstrip', lstrip(), '\\s*', ''),
  trimmed('rstrip', rstrip(), '', '\\s*'),
  {
    name: 'remove: -',
    operators: [remove('-')],
    letters: 'ab',
    equals: (word) => `-*${each(word, (c) => c, '-*')}-*`,
    contains: (word) => `.*${each(word, (c) => c, '-*')}.*`,
  },
  {
    name: 'split: , | first',
    operators: [piece(',', 0)],
    letters: 'ab',
    equals: (word) => `${word}(?:,.*)?`,
    contains: (word) => `[^,]*${word}.*`,
  },
  {
    name: 'split: , | last',
    operators: [lastPiece(',')],
    letters: 'ab',
    equals: (word) => (word === '' ? ',*' : `(?:.*,)?${word},*`),
    contains: (word) => (word === '' ? '.*' : `(?:.*,)?[^,]*${word}[^,]*,*`),
  },
  firstLanguage,
]

/**
 * What filters and comparisons make of the language value against refa: the smallest automata of both accept the
 * same texts and have equally many states.
 * @param runs how many words, from as many seeds
 */
export function checkAgainstRefa(one: RefaCase, seed: number, runs: number): void {
  const letters = [...one.letters]
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const length = Math.floor(random() * 4)
    const word = Array.from({ length }, () => letters[Math.floor(random() * letters.length)]!).join(
      '',
    )
    for (const [name, predicate] of [
      ['equals', equals(word)],
      ['contains', contains(word)],
    ] as const)
      compare(`${one.name} ${name} ${JSON.stringify(word)}`, one, predicate, one[name](word))
  }
}

function compare(
  name: string,
  { operators }: RefaCase,
  predicate: Predicate,
  pattern: string,
): void {
  const chain = operators.reduce(extend, identity)
  const alphabet = alphabetFor([...predicate.constants, ...operators.flatMap((o) => o.constants)])
  const machine = machineOf({ chain, predicate }, alphabet)
  const wanted = automatonOf(new RegExp(pattern, 'su'))
  same([name, sameTexts(fromMachine(machine, alphabet), wanted)], [name, true])
  if (!wanted.isEmpty) same([name, liveStates(machine)], [name, wanted.countNodes()])
}
