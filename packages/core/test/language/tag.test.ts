import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { domainGrammars } from '../../src/language/domain.ts'
import {
  canonicalTag,
  deprecatedLanguages,
  direction,
  expectedScript,
  isKnownLanguage,
  languageName,
  primary,
} from '../../src/language/tag.ts'
import { runs } from './runs.ts'
import { anyText, damaged, textsOf } from './samples.ts'

describe('canonicalTag', () => {
  it.each([
    ['pt_br', 'pt-BR'],
    ['EN-us', 'en-US'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['zh_TW_#Hant', 'zh-Hant-TW'],
    ['zh_CN_#Hans_u-nu-latn', 'zh-Hans-CN-u-nu-latn'],
    ['sr__#Latn', 'sr-Latn'],
    ['en_US_#u-fw-mon-mu-celsius', 'en-US-u-fw-mon-mu-celsius'],
    ['th_TH_#u-nu-thai', 'th-TH-u-nu-thai'],
    ['zh_TW_#Hant_x-java', 'zh-Hant-TW-x-java'],
    ['ca_ES_VALENCIA', 'ca-ES-valencia'],
    ['iw', 'he'],
    ['iw_IL', 'he-IL'],
    ['in_ID', 'id-ID'],
    ['ji', 'yi'],
    ['jw', 'jv'],
    ['mo-MD', 'ro-MD'],
    ['eng', 'en'],
    ['en-UK', 'en-GB'],
    ['dutch', 'dutch'],
  ])('%s is %s', (text, tag) => expect(canonicalTag(text)).toBe(tag))

  it.each(['', '*', '_GB', 'enUS', 'en-', 'en_', '-en', 'en--US', 'español', 'nl NL', 'aaaaaaaaa'])(
    '%j is none',
    (text) => expect(canonicalTag(text)).toBeUndefined(),
  )

  it('is a fixed point', () => {
    fc.assert(
      fc.property(textsOf(domainGrammars.real), (text) => {
        const tag = canonicalTag(text)
        if (tag !== undefined) expect(canonicalTag(tag)).toBe(tag)
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('isKnownLanguage', () => {
  it.each([
    'nl',
    'pt_BR',
    'es-419',
    'sr__#Latn',
    'iw',
    'tl',
    'no',
    'lld',
    'zh-Hant',
    'en_US_#u-mu-celsius',
  ])('%s', (tag) => expect(isKnownLanguage(tag)).toBe(true))

  it.each(['dutch', 'xx', 'jp', 'und', 'en-XX', 'fr-Qaaa', 'en-UK', 'eng', 'cmn', '', '*', 'enUS'])(
    'not %j',
    (tag) => expect(isKnownLanguage(tag)).toBe(false),
  )
})

test.each([
  ['nl', 'en', 'Dutch'],
  ['nl', 'nl', 'Nederlands'],
  ['pt_BR', 'en', 'Brazilian Portuguese'],
  ['iw', 'en', 'Hebrew'],
  ['dutch', 'en', 'dutch'],
  ['en-US-u-mu-celsius', 'en', 'en-US-u-mu-celsius'],
  ['*', 'en', '*'],
])('%s in %s is %s', (tag, inLanguage, name) => expect(languageName(tag, inLanguage)).toBe(name))

test.each([
  ['pt_BR', 'pt'],
  ['IW-il', 'he'],
  ['sr__#Latn', 'sr'],
  ['', ''],
  ['_GB', ''],
  ['*', '*'],
])('the primary subtag of %j is %j', (tag, subtag) => expect(primary(tag)).toBe(subtag))

test.each([
  ['ja', 'Jpan', 'ltr'],
  ['zh-TW', 'Hant', 'ltr'],
  ['sr', 'Cyrl', 'ltr'],
  ['sr__#Latn', 'Latn', 'ltr'],
  ['he', 'Hebr', 'rtl'],
  ['ur_PK', 'Arab', 'rtl'],
  ['az-Arab', 'Arab', 'rtl'],
  ['dutch', undefined, 'ltr'],
  ['*', undefined, 'ltr'],
])('%s is written in %s, %s', (tag, script, way) => {
  expect(expectedScript(tag)).toBe(script)
  expect(direction(tag)).toBe(way)
})

test('the deprecated codes are those that Intl replaces in the same way', () => {
  for (const [old, today] of deprecatedLanguages) {
    expect(Intl.getCanonicalLocales(old)).toEqual([today])
    expect(isKnownLanguage(old)).toBe(true)
  }
})

test('no text makes them throw', () => {
  const texts = fc.oneof(damaged(textsOf(domainGrammars.header)), anyText)
  fc.assert(
    fc.property(texts, (text) => {
      for (const ask of [
        canonicalTag,
        isKnownLanguage,
        languageName,
        direction,
        expectedScript,
        primary,
      ])
        ask(text)
    }),
    { numRuns: runs(300) },
  )
})
