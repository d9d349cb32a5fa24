import { Liquid } from 'liquidjs'
import { alphabetFor, classesOf } from '../../src/decide/alphabet/alphabet.ts'
import { labelOf } from '../../src/decide/automata/machine.ts'
import { minimise } from '../../src/decide/automata/minimise.ts'
import { append } from '../../src/decide/filters/append.ts'
import { capitalize } from '../../src/decide/filters/capitalize.ts'
import { downcase } from '../../src/decide/filters/downcase.ts'
import { firstUnit } from '../../src/decide/filters/first-unit.ts'
import { join } from '../../src/decide/filters/join.ts'
import { lstrip } from '../../src/decide/filters/lstrip.ts'
import type { Operator } from '../../src/decide/filters/operator.ts'
import { prepend } from '../../src/decide/filters/prepend.ts'
import { remove } from '../../src/decide/filters/remove.ts'
import { removeFirst } from '../../src/decide/filters/remove-first.ts'
import { replace } from '../../src/decide/filters/replace.ts'
import { replaceFirst } from '../../src/decide/filters/replace-first.ts'
import { rstrip } from '../../src/decide/filters/rstrip.ts'
import { slice } from '../../src/decide/filters/slice.ts'
import { lastPiece, piece } from '../../src/decide/filters/split.ts'
import { strip } from '../../src/decide/filters/strip.ts'
import { truncate } from '../../src/decide/filters/truncate.ts'
import { upcase } from '../../src/decide/filters/upcase.ts'
import { randomFrom, randomMachine, texts } from './machines.ts'

import { same } from './oracle.ts'

const nasty = ['a', 'B', '-', ' ', 'ß', '\u212a', '\u0130', '😀', '\u00a0', '\u0345']
const pieces = ['a', 'b', '-', ',', ' ', 'A', '\u{10400}']

export type FilterCase = readonly [
  liquid: string,
  operator: Operator,
  characters?: readonly string[],
  length?: number,
]

export const filterCases: readonly FilterCase[] = [
  ['downcase', downcase()],
  ['upcase', upcase()],
  ['capitalize', capitalize()],
  ['capitalize', capitalize(), pieces],
  ['capitalize', capitalize(), ['a', '\u{10428}', '\u{10400}', 'ß', 'É']],
  ['strip', strip()],
  ['lstrip', lstrip()],
  ['rstrip', rstrip()],
  ['strip: "a "', strip('a ')],
  ['lstrip: "a😀"', lstrip('a😀')],
  ['rstrip: "a😀"', rstrip('a😀')],
  ['append: "a-"', append('a-')],
  ['prepend: "-a"', prepend('-a')],
  ...[-5, -4, -3, -2, -1, 0, 1, 2, 3].flatMap((begin) =>
    [-1, 0, 1, 2, 5].map(
      (length) =>
        [`slice: ${begin}, ${length}`, slice(begin, length), ['a', 'b', '😀'], 6] as const,
    ),
  ),
  ...[0, 1, 2, 3, 4, 5].flatMap((length) => [
    [`truncate: ${length}`, truncate(length, '...'), ['a', '😀', '.'], 6] as const,
    [`truncate: ${length}, ""`, truncate(length, ''), ['a', '😀', '.'], 6] as const,
    [`truncate: ${length}, "a😀"`, truncate(length, 'a😀'), ['a', '😀', '.'], 6] as const,
  ]),
  ...[',', '--', 'ab', 'aab', '-,', 'aba'].flatMap((separator) => [
    [`split: "${separator}" | first`, piece(separator, 0), pieces, 5] as const,
    [
      `split: "${separator}" | last`,
      lastPiece(separator),
      [...new Set(`${separator}b,`)],
      7,
    ] as const,
    [
      `replace: "${separator}", "xa"`,
      replace(separator, 'xa'),
      [...new Set(`${separator}b,`)],
      7,
    ] as const,
    [
      `replace: "${separator}", "${separator}${separator}"`,
      replace(separator, separator + separator),
      ['a', 'b', '-'],
      6,
    ] as const,
    [
      `replace_first: "${separator}", "a"`,
      replaceFirst(separator, 'a'),
      [...new Set(`${separator}b,`)],
      7,
    ] as const,
    [
      `replace_first: "${separator}", "$&"`,
      replaceFirst(separator, '$&'),
      [...new Set(`${separator}b,`)],
      6,
    ] as const,
    ...[1, 2, 3].map(
      (most) =>
        [
          `split: "${separator}" | slice: 0, ${most} | join: "-a"`,
          join(separator, '-a', most),
          [...new Set(`${separator}b,`)],
          7,
        ] as const,
    ),
    [
      `split: "${separator}" | join: "${separator}"`,
      join(separator, separator, Number.POSITIVE_INFINITY),
      [...new Set(`${separator}b,`)],
      7,
    ] as const,
    [
      `split: "${separator}" | slice: 0, 2`,
      join(separator, '', 2),
      [...new Set(`${separator}b,`)],
      7,
    ] as const,
    [`remove: "${separator}"`, remove(separator), [...new Set(`${separator}b,`)], 7] as const,
    [
      `remove_first: "${separator}"`,
      removeFirst(separator),
      [...new Set(`${separator}b,`)],
      7,
    ] as const,
  ]),
  ['replace_first: "", "a-"', replaceFirst('', 'a-')],
  ['remove: ""', remove('')],
  ['remove_first: ""', removeFirst('')],
  ['first', firstUnit(), nasty.filter((c) => c !== '😀')],
]

const engine = new Liquid()

/**
 * A filter as an operator against LiquidJS's own: the function on all short texts, and the inverse image of
 * machines of all kinds.
 */
export function checkFilter(
  [liquid, operator, characters = nasty, length = 4]: FilterCase,
  seed: number,
  machines: number,
): void {
  const random = randomFrom(seed)
  const template = engine.parse(`{{ x | ${liquid} }}`)
  const alphabet = alphabetFor([...operator.constants, ...characters])
  const samples = [...texts(characters, characters.length > 8 ? 3 : length)]
  const results = samples.map((x) => engine.renderSync(template, { x }) as string)
  for (const [j, text] of samples.entries())
    same([liquid, text, operator.apply(text)], [liquid, text, results[j]])
  for (let i = 0; i < machines; i++) {
    const target = randomMachine(alphabet, random)
    const raw = operator.preimage(target, alphabet)
    const small = minimise(raw)
    for (const [j, text] of samples.entries()) {
      const wanted = labelOf(target, classesOf(alphabet, results[j]!))
      const word = classesOf(alphabet, text)
      same([liquid, text, labelOf(raw, word), labelOf(small, word)], [liquid, text, wanted, wanted])
    }
  }
}

/** A piece of a split text by index, which a path and not a filter picks. */
export function checkPiece(index: number, seed: number, machines: number): void {
  const template = engine.parse(`{% assign l = x | split: "-" %}{{ l[${index}] }}`)
  const alphabet = alphabetFor([])
  const random = randomFrom(seed)
  for (let i = 0; i < machines; i++) {
    const target = randomMachine(alphabet, random)
    const pulled = piece('-', index).preimage(target, alphabet)
    for (const text of texts(['a', 'b', '-'], 6)) {
      const result = engine.renderSync(template, { x: text }) as string
      const wanted = labelOf(target, classesOf(alphabet, result))
      same([index, text, labelOf(pulled, classesOf(alphabet, text))], [index, text, wanted])
    }
  }
}
