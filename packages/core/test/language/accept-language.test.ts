import fc from 'fast-check'
// @ts-expect-error: negotiator brings no types.
import untyped from 'negotiator'
import { describe, expect, it, test } from 'vitest'
import { parseAcceptLanguage } from '../../src/language/accept-language.ts'
import { domainGrammars } from '../../src/language/domain.ts'
import { realValues } from '../../src/language/real-values.ts'
import { cpuClock } from '../cpu.ts'
import { runs } from './runs.ts'
import { anyText, damaged, headerLike, textsOf } from './samples.ts'

const Negotiator = untyped as new (request: {
  headers: { 'accept-language': string }
}) => { languages: () => string[] }
const negotiated = (value: string): readonly string[] =>
  new Negotiator({ headers: { 'accept-language': value } }).languages()

test.each([
  ['fr', [['fr', 1, 'fr']]],
  ['', [['', 1, '']]],
  [
    'fr-FR,fr;q=0.9',
    [
      ['fr-FR', 1, 'fr-FR'],
      ['fr', 0.9, 'fr;q=0.9'],
    ],
  ],
  [
    ' EN-us ;  q=0.9 , zh-hant-tw;Q=1',
    [
      ['EN-us', 0.9, 'EN-us ;  q=0.9'],
      ['zh-hant-tw', 1, 'zh-hant-tw;Q=1'],
    ],
  ],
  [
    'a,, \t,b',
    [
      ['a', 1, 'a'],
      ['', 1, ''],
      ['', 1, ''],
      ['b', 1, 'b'],
    ],
  ],
  ['zh_TW_#Hant', [['zh_TW_#Hant', 1, 'zh_TW_#Hant']]],
  ['*;q=0', [['*', 0, '*;q=0']]],
  [';q=0.5', [['', 0.5, ';q=0.5']]],
  ['es;q=8.0', [['es', 1, 'es;q=8.0']]],
  ['es;q=-1', [['es', 1, 'es;q=-1']]],
  ['es;q=high', [['es', 1, 'es;q=high']]],
  ['es;q=', [['es', 1, 'es;q=']]],
  ['es;q', [['es', 1, 'es;q']]],
  ['es;q=.5', [['es', 0.5, 'es;q=.5']]],
  ['es;q=0.', [['es', 0, 'es;q=0.']]],
  ['es; q = 0.5 ', [['es', 0.5, 'es; q = 0.5']]],
  ['es;level=1;q=0.2', [['es', 0.2, 'es;level=1;q=0.2']]],
  ['es;q=0.2;q=0.8', [['es', 0.2, 'es;q=0.2;q=0.8']]],
  ['fr\u00a0', [['fr\u00a0', 1, 'fr\u00a0']]],
] as const)('%j', (value, expected) => {
  const elements = parseAcceptLanguage(value)
  expect(elements.map(({ tag, q, start, end }) => [tag, q, value.slice(start, end)])).toEqual(
    expected,
  )
})

const texts = fc.oneof(headerLike, damaged(textsOf(domainGrammars.header)), anyText)

test('any text gives its elements in order, each beginning with its tag', () => {
  fc.assert(
    fc.property(texts, (value) => {
      const elements = parseAcceptLanguage(value)
      expect(elements.length).toBe(value.split(',').length)
      let last = -1
      for (const { tag, q, parameters, start, end } of elements) {
        expect(start).toBeGreaterThan(last)
        expect(value.slice(last + 1, start)).toMatch(/^[ \t]*,?[ \t]*$/)
        expect(value.slice(start, end).startsWith(tag)).toBe(true)
        expect(tag).not.toMatch(/[,;]|^[ \t]|[ \t]$/)
        expect(q >= 0 && q <= 1).toBe(true)
        expect(parameters).toBe(value.slice(start, end).includes(';'))
        last = Math.max(end, start) - (end === start ? 1 : 0)
      }
    }),
    { numRuns: runs(1500) },
  )
})

/** The tags of a list from most to least wanted; refused (`q=0`) and empty elements are left out. */
const preferredTags = (value: string): readonly string[] =>
  parseAcceptLanguage(value)
    .filter(({ tag, q }) => tag !== '' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag)

describe('the tags by weight', () => {
  it.each([
    ['de;q=0.5, fr, en;q=0.5', ['fr', 'de', 'en']],
    ['zh;q=0, en', ['en']],
    ['ko, en;q=1.0, *;q=0.5', ['ko', 'en', '*']],
    [',', []],
    ['', []],
  ])('%j', (value, tags) => expect(preferredTags(value)).toEqual(tags))

  it('agrees with negotiator on every value of the header domain', () => {
    fc.assert(
      fc.property(textsOf(domainGrammars.header), (value) => {
        expect(preferredTags(value)).toEqual(negotiated(value))
      }),
      { numRuns: runs(1500) },
    )
  })

  it('agrees with negotiator on what real clients send, save a weight above 1', () => {
    const differing = realValues.filter(
      ({ value }) => String(preferredTags(value ?? '')) !== String(negotiated(value ?? '')),
    )
    expect(differing.map(({ value }) => value)).toEqual(['es-AR,es;q=8.0'])
  })

  // Outside the header domain negotiator sorts weights above 1 first and takes or drops unreadable
  // ones as parseFloat goes; we count both as 1, because a template that cuts the value at the
  // first comma and semicolon serves that customer in the language, too.
  it.each([
    ['es-AR,es;q=8.0', ['es-AR', 'es'], ['es', 'es-AR']],
    ['fr;q=high,en', ['fr', 'en'], ['en']],
    ['fr;q=-1,en', ['fr', 'en'], ['en']],
    ['fr;q="0.5",en', ['fr', 'en'], ['en', 'fr']],
    ['fr;q=0.5 x,en', ['fr', 'en'], ['en', 'fr']],
    ['fr;q=1e-5,en', ['fr', 'en'], ['en', 'fr']],
  ])('%j differs', (value, ours, theirs) => {
    expect(preferredTags(value)).toEqual(ours)
    expect(negotiated(value)).toEqual(theirs)
  })
})

test.each(['a', ',', ' ', ';', ';q=', ';q=1', 'a ', '1', '\t;', 'q'])(
  'a hundred thousand characters of %j are read at once',
  (piece) => {
    const long = piece.repeat(100_000 / piece.length)
    const cpu = cpuClock()
    for (const value of [long, `fr;q=${long}`, `fr;q=1${long}x`]) preferredTags(value)
    expect(cpu()).toBeLessThan(1000)
  },
)
