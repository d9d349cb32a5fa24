import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { alphabetFor, classesOf } from '../../../src/decide/alphabet/alphabet.ts'
import { labelOf } from '../../../src/decide/automata/machine.ts'
import { minimise } from '../../../src/decide/automata/minimise.ts'
import { append } from '../../../src/decide/filters/append.ts'
import { capitalize } from '../../../src/decide/filters/capitalize.ts'
import { downcase } from '../../../src/decide/filters/downcase.ts'
import { firstUnit } from '../../../src/decide/filters/first-unit.ts'
import { lstrip } from '../../../src/decide/filters/lstrip.ts'
import type { Operator } from '../../../src/decide/filters/operator.ts'
import { prepend } from '../../../src/decide/filters/prepend.ts'
import { remove } from '../../../src/decide/filters/remove.ts'
import { removeFirst } from '../../../src/decide/filters/remove-first.ts'
import { replace } from '../../../src/decide/filters/replace.ts'
import { replaceFirst } from '../../../src/decide/filters/replace-first.ts'
import { rstrip } from '../../../src/decide/filters/rstrip.ts'
import { slice } from '../../../src/decide/filters/slice.ts'
import { lastPiece, piece } from '../../../src/decide/filters/split.ts'
import { strip } from '../../../src/decide/filters/strip.ts'
import { truncate } from '../../../src/decide/filters/truncate.ts'
import { upcase } from '../../../src/decide/filters/upcase.ts'
import { randomFrom, randomMachine, texts } from '../machines.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 12)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

const nasty = ['a', 'B', '-', ' ', 'ß', '\u212a', '\u0130', '😀', '\u00a0', '\u0345']
const pieces = ['a', 'b', '-', ',', ' ', 'A', '\u{10400}']

type Case = readonly [
  liquid: string,
  operator: Operator,
  characters?: readonly string[],
  length?: number,
]

const cases: readonly Case[] = [
  ['downcase', downcase()],
  ['upcase', upcase()],
  ['capitalize', capitalize()],
  ['capitalize', capitalize(), pieces],
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

describe(`filters pull sets of texts back exactly (seed ${seed})`, () => {
  it.each(cases)('%s', (liquid, operator, characters = nasty, length = 4) => {
    const random = randomFrom(seed)
    const template = engine.parse(`{{ x | ${liquid} }}`)
    const alphabet = alphabetFor([...operator.constants, ...characters])
    const samples = [...texts(characters, characters.length > 8 ? 3 : length)]
    const results = samples.map((x) => engine.renderSync(template, { x }) as string)
    expect(samples.map(operator.apply)).toEqual(results)
    for (let i = 0; i < Math.min(runs, 200); i++) {
      const target = randomMachine(alphabet, random)
      const raw = operator.preimage(target, alphabet)
      const small = minimise(raw)
      expect(small.labels.length).toBeLessThanOrEqual(raw.labels.length)
      const wrong = samples.filter((text, j) => {
        const wanted = labelOf(target, classesOf(alphabet, results[j]!))
        const word = classesOf(alphabet, text)
        return labelOf(raw, word) !== wanted || labelOf(small, word) !== wanted
      })
      expect(wrong).toEqual([])
    }
  })

  it.each([1, 2, 3])('split: "-" and the piece at %i', (index) => {
    const template = engine.parse(`{% assign l = x | split: "-" %}{{ l[${index}] }}`)
    const alphabet = alphabetFor([])
    const random = randomFrom(seed)
    for (let i = 0; i < runs; i++) {
      const target = randomMachine(alphabet, random)
      const pulled = piece('-', index).preimage(target, alphabet)
      for (const text of texts(['a', 'b', '-'], 6)) {
        const result = engine.renderSync(template, { x: text }) as string
        expect([text, labelOf(pulled, classesOf(alphabet, text))]).toEqual([
          text,
          labelOf(target, classesOf(alphabet, result)),
        ])
      }
    }
  })
})
