import { lookup } from 'bcp-47-match'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { domainGrammars } from '../../src/language/domain.ts'
import { bestLanguage, expectedLanguage } from '../../src/language/lookup.ts'
import { runs } from './runs.ts'
import { anyText, damaged, textsOf } from './samples.ts'

const found = (...languages: string[]): unknown => ({ languages, fallback: false })
const orFallback = (...languages: string[]): unknown => ({ languages, fallback: true })

describe('expectedLanguage', () => {
  it.each<[string | null, string, unknown]>([
    // null, empty and a sole * demand the fallback
    [null, 'en nl', orFallback()],
    ['', 'en nl', orFallback()],
    ['*', 'en nl', orFallback()],
    // no demand
    [',en', 'en nl', undefined],
    [' ', 'en nl', undefined],
    ['en;q=0', 'en nl', undefined],
    ['en;q=0.000,nl', 'en nl', undefined],
    ['*,en', 'en nl', undefined],
    ['*,', 'en nl', undefined],
    ['*;q=0.5', 'en nl', undefined],
    ['Croatianq', 'hr', undefined],
    ['r5,fr;q=1,de', 'de fr', undefined],
    ['en\n', 'en', undefined],
    // only the first element counts
    ['nl', 'en nl', found('nl')],
    ['nl-BE,nl;q=0.9,en;q=0.8', 'en nl', found('nl')],
    ['en;q=0.1,nl', 'en nl', found('en')],
    ['en;q=8', 'en nl', found('en')],
    [' EN-us ;  q=0.9 , zh-hant-tw;Q=1', 'en nl', found('en')],
    // RFC 4647 lookup: the longest supported beginning
    ['pt-BR', 'pt pt-BR', found('pt-BR')],
    ['pt_br', 'pt pt-BR', found('pt-BR')],
    ['pt-PT', 'pt pt-BR', found('pt')],
    ['zh-Hant-TW', 'zh zh-Hant zh-Hant-TW', found('zh-Hant-TW')],
    ['en-a-bb-ccc', 'en en-a', found('en')],
    ['ca-ES-valencia', 'es ca', found('ca')],
    // as the caller wrote them
    ['pt-br', 'pt_BR', found('pt_BR')],
    // language-Script before the bare language, the value itself before both
    ['zh-TW', 'zh zh-Hant', found('zh-Hant')],
    ['zh-CN', 'zh zh-Hant', found('zh')],
    ['zh-CN', 'zh-Hans zh-Hant', found('zh-Hans')],
    ['zh', 'zh zh-Hans', found('zh')],
    ['zh', 'zh-Hant zh-Hans', found('zh-Hans')],
    ['zh-HK', 'zh zh-Hant zh-TW', found('zh-Hant')],
    ['sr-ME', 'sr sr-Latn', found('sr-Latn')],
    // Java's forms
    ['zh_TW_#Hant', 'zh zh-TW', found('zh-TW')],
    ['zh_TW_#Hant', 'zh zh-Hant', found('zh-Hant')],
    ['sr__#Latn', 'sr sr-Latn', found('sr-Latn')],
    ['sr__#Latn', 'sr', found('sr')],
    ['en_US_#u-fw-mon-mu-celsius', 'en el', found('en')],
    ['_GB', 'en', orFallback()],
    // the five aliases, on both sides
    ['iw_IL', 'en he', found('he')],
    ['he', 'en iw', found('iw')],
    ['in_ID', 'id en', found('id')],
    ['ji', 'yi', found('yi')],
    ['jw', 'jv', found('jv')],
    ['mo-MD', 'ro', found('ro')],
    // not found: later in the list, relatives, fallback
    ['de', 'en nl', orFallback()],
    ['de,nl;q=0.9,en;q=0.8', 'en nl', orFallback('nl', 'en')],
    ['de,nl;q=0,fr,*', 'en nl', orFallback()],
    ['de,nl-BE', 'en nl', orFallback('nl')],
    ['pt-PT', 'en pt-BR', orFallback('pt-BR')],
    ['no', 'en nb nn', orFallback('nb', 'nn')],
    ['nb-NO', 'en no', orFallback('no')],
    ['nn', 'nb', orFallback('nb')],
    ['dutch', 'en nl', orFallback()],
    ['x-en', 'en', orFallback()],
    ['fil-PH,en', 'fi en', orFallback('en')],
  ])('%j with %s', (value, supported, expected) => {
    expect(expectedLanguage(value, supported.split(' '))).toEqual(expected)
  })

  it.each<[string | null, unknown]>([
    [null, orFallback('en')],
    ['*', orFallback('en')],
    ['de,nl', orFallback('en', 'nl')],
    ['nl', found('nl')],
  ])('names the fallback where it is known: %j', (value, expected) => {
    expect(expectedLanguage(value, ['nl', 'fr'], 'en')).toEqual(expected)
  })

  it('asks for the fallback where nothing is supported', () => {
    expect(expectedLanguage('nl', [])).toEqual(orFallback())
  })
})

test.each([
  ['nl,en', 'nl'],
  ['de,en;q=0.1,nl', 'en'],
  ['en;q=0,nl', 'nl'],
  ['*,,nl', 'nl'],
  ['iw_IL,en', 'he'],
  ['de', undefined],
  ['', undefined],
  [null, undefined],
  ['r5,en', 'en'],
])('bestLanguage of %j is %s', (value, language) => {
  expect(bestLanguage(value, ['en', 'nl', 'he'])).toBe(language)
})

const tags = fc.constantFrom(
  ...['en', 'en-US', 'en-GB', 'de', 'de-AT', 'pt', 'pt-BR', 'pt-PT', 'fr', 'fr-CA', 'nl', 'nl-BE'],
  ...['nb', 'nb-NO', 'fil', 'fi', 'ca', 'ca-ES', 'ca-ES-valencia', 'es', 'es-419', 'es-ES'],
)
const supports = fc.uniqueArray(tags, { minLength: 1, maxLength: 8 })

test('finds what bcp-47-match finds for tags whose scripts nobody names', () => {
  fc.assert(
    fc.property(tags, supports, (tag, supported) => {
      // Its lookup takes the first match in list order (2.0.3), the RFC the longest.
      const best = lookup([...supported].sort().reverse(), tag)
      const expected = expectedLanguage(tag, supported)
      expect(expected?.fallback === false ? expected.languages[0] : undefined).toBe(best)
    }),
    { numRuns: runs(1000) },
  )
})

test('a supported language gets its own message, however its tag is written', () => {
  const scripted = fc.constantFrom('zh', 'zh-Hans', 'zh-Hant', 'zh-TW', 'sr', 'sr-Latn', 'sr-Cyrl')
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(tags, scripted), { minLength: 1 }), (supported) => {
      for (const tag of supported)
        for (const value of [tag, tag.toLowerCase(), tag.replaceAll('-', '_'), `${tag};q=0.1,en`])
          expect(expectedLanguage(value, supported)).toEqual(found(tag))
    }),
    { numRuns: runs(300) },
  )
})

test('the best language is the expected one wherever the first element is supported', () => {
  fc.assert(
    fc.property(textsOf(domainGrammars.real), supports, (value, supported) => {
      const expected = expectedLanguage(value, supported)
      if (expected?.fallback === false)
        expect(bestLanguage(value, supported)).toBe(expected.languages[0])
    }),
    { numRuns: runs(500) },
  )
})

test('any text has an answer, and only supported languages are in it', () => {
  const texts = fc.oneof(damaged(textsOf(domainGrammars.header)), anyText)
  fc.assert(
    fc.property(texts, supports, (value, supported) => {
      for (const language of expectedLanguage(value, supported)?.languages ?? [])
        expect(supported).toContain(language)
      expect([...supported, undefined]).toContain(bestLanguage(value, supported))
    }),
    { numRuns: runs(300) },
  )
})
