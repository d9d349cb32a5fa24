import cldr from 'cldr-core/availableLocales.json' with { type: 'json' }
import defaults from 'cldr-core/defaultContent.json' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { domainGrammars, domainNames, narrowestDomain } from '../../src/language/domain.ts'
import { realValues } from '../../src/language/real-values.ts'
import { recognizer } from '../../src/language/recognizer.ts'
import { canonicalTag, isKnownLanguage } from '../../src/language/tag.ts'
import { cpuClock } from '../cpu.ts'
import { page, patternOf } from './page.ts'
import { runs } from './runs.ts'
import { damaged, headerLike, textsOf } from './samples.ts'

const named = ['tag', 'real', 'header'] as const

describe('the examples of docs/domains.md', () => {
  const rows = [...page.matchAll(/^\| `(.*?)` ?\| (tag|real|header|any) \|/gm)]
  it('are found', () => expect(rows.length).toBeGreaterThan(20))
  it.each(rows.map(([, value, domain]) => [value, domain]))('%j is %s', (value, domain) => {
    expect(narrowestDomain(value!)).toBe(domain)
  })
})

test.each([
  [null, 'tag'],
  ['en-US', 'tag'],
  ['zh-TW', 'tag'],
  ['es-419', 'tag'],
  ['ca-ES-valencia', 'tag'],
  ['und', 'header'],
  ['iw', 'real'],
  ['mo-MD', 'real'],
  ['fr-fr', 'real'],
  ['zh-hant-tw', 'real'],
  ['zh-Hant-tw', 'header'],
  ['ZH-TW', 'header'],
  ['zh_Hant_TW', 'real'],
  ['zh_hant-tw', 'header'],
  ['sr__#Latn', 'real'],
  ['nl_NL_#Cyrl', 'header'],
  ['zh_tw_#hant', 'header'],
  ['zh_CN_#Hans_u-nu-latn', 'real'],
  ['th_TH_#u-nu-thai', 'real'],
  ['ca-valencia,ca;q=0.8', 'real'],
  ['en,en-US;q=0.8', 'real'],
  ['en, en-US', 'real'],
  ['en,  en-US', 'header'],
  ['en;q=0', 'real'],
  ['en;Q=0', 'header'],
  ['en;q=1.000', 'real'],
  ['en;q=1.001', 'any'],
  ['en;q=0.1234', 'any'],
  ['en;q=.5', 'any'],
  ['en;level=1', 'any'],
  ['pt_BR,en-US', 'header'],
  ['enUS', 'header'],
  ['x-pig-latin', 'header'],
  ['i-klingon', 'header'],
  ['EN-GB-OED', 'header'],
  ['zh-min-nan', 'header'],
  ['en-a-bb-x-c', 'header'],
  ['en-1996', 'header'],
  ['en-199', 'header'],
  ['en-19', 'any'],
  ['de__POSIX', 'header'],
  ['en_US_WIN', 'any'],
  ['es-ES_tradnl', 'header'],
  [',', 'header'],
  [' , en', 'header'],
  ['en ,', 'header'],
  [' en', 'any'],
  ['en,', 'header'],
  ['en-', 'any'],
  ['en--US', 'any'],
  ['e', 'any'],
  ['abcdefghi', 'any'],
  ['fr\n', 'any'],
  ['fr😀', 'any'],
  ['\ud800', 'any'],
] as const)('%j is %s', (value, domain) => {
  expect(narrowestDomain(value)).toBe(domain)
})

// https://www.rfc-editor.org/rfc/rfc5646#section-2.1, both kinds
test.each(
  [
    'en-GB-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao',
    'i-tay i-tsu sgn-BE-FR sgn-BE-NL sgn-CH-DE art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka',
    'zh-min zh-min-nan zh-xiang',
  ].flatMap((tags) => tags.split(' ')),
)('the grandfathered %s is a header', (tag) => {
  for (const text of [tag, tag.toUpperCase(), tag.replaceAll('-', '_')])
    expect(narrowestDomain(text)).toBe('header')
  expect(narrowestDomain(`${tag}é`)).toBe('any')
})

test('every real value is a header, save those of broken clients and unusual senders', () => {
  const odd = realValues.filter(({ value }) => narrowestDomain(value) === 'any')
  expect(odd.map(({ client }) => client)).toEqual([
    'a client that weighs in its own way',
    'a client that weighs in its own way',
    'a client that weighs in its own way',
    ...Array(5).fill('a client with a broken setting'),
  ])
})

describe('nesting', () => {
  const recognizers = domainNames.map((name) => recognizer(() => domainGrammars[name]))
  it.each(domainNames)('every text of %s belongs to all wider domains', (name) => {
    const wider = recognizers.slice(domainNames.indexOf(name))
    const texts = textsOf(domainGrammars[name])
    fc.assert(
      fc.property(texts, (text) => wider.every((belongs) => belongs(text))),
      { numRuns: runs(1500) },
    )
  })
})

test('every tag of the tag domain is canonical and known', () => {
  fc.assert(
    fc.property(textsOf(domainGrammars.tag), (tag) => {
      expect(canonicalTag(tag)).toBe(tag)
      expect(isKnownLanguage(tag)).toBe(true)
    }),
    { numRuns: runs(1500) },
  )
})

test('every CLDR locale and default locale is in the tag domain', () => {
  const tags = [...cldr.availableLocales.full, ...defaults.defaultContent]
  expect(tags.filter((tag) => narrowestDomain(tag) !== 'tag')).toEqual(['und'])
})

describe('the ABNF of docs/domains.md', () => {
  const patterns = named.map((name) => [name, patternOf(name)] as const)

  it.each(patterns)('says of %s what the code does', (name, pattern) => {
    const belongs = recognizer(() => domainGrammars[name])
    const texts = fc.oneof(
      damaged(textsOf(domainGrammars[name])),
      textsOf(domainGrammars.header),
      headerLike,
      fc.constantFrom(...realValues.map(({ value }) => value ?? '')),
    )
    fc.assert(
      fc.property(texts, (text) => belongs(text) === pattern.test(text)),
      { numRuns: runs(3000) },
    )
  })

  it('says the same of every short text', () => {
    let texts = ['']
    for (let length = 1; length <= 4; length++) {
      texts = texts.flatMap((text) => [...'eN-_, *;q=01'].map((character) => text + character))
      const differing = texts.filter((text) =>
        patterns.some(([name, pattern]) => {
          const belongs = name === narrowestDomain(text) || isNarrower(text, name)
          return belongs !== pattern.test(text)
        }),
      )
      expect(differing).toEqual([])
    }
  })
})

const isNarrower = (text: string, name: (typeof named)[number]): boolean =>
  domainNames.indexOf(narrowestDomain(text)) < domainNames.indexOf(name)

test.each([
  ['a'],
  ['en-'],
  ['-aaaaa', 'en'],
  [', '],
  ['   \t,'],
  [' ', 'en'],
  ['en,'],
  ['pt_BR,'],
  ['zh_TW_#Hant,'],
  ['en;q=0.5 , '],
  ['-a', 'x'],
  ['-bb', 'en-a'],
  ['_aaaaa', 'de_'],
  ['_'],
  ['😀'],
])('a hundred thousand characters of %j are judged at once', (piece, start = '') => {
  const long = start + piece.repeat(100_000 / piece.length)
  const cpu = cpuClock()
  for (const text of [long, `${long}!`, `${long}en`]) narrowestDomain(text)
  expect(cpu()).toBeLessThan(1000)
})
