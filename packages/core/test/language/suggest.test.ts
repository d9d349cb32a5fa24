import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cldrLocales, cldrRegions } from '../../src/language/cldr-locales.generated.ts'
import { suggestTag } from '../../src/language/suggest.ts'
import { canonicalTag, isKnownLanguage } from '../../src/language/tag.ts'
import { runs } from './runs.ts'
import { anyText, headerLike } from './samples.ts'

describe.each([
  [
    'names in English',
    { dutch: 'nl', Croatian: 'hr', 'Brazilian Portuguese': 'pt-BR', flemish: 'nl-BE' },
  ],
  [
    'names in the language',
    {
      nederlands: 'nl',
      Deutsch: 'de',
      Español: 'es',
      espanol: 'es',
      中文: 'zh',
      русский: 'ru',
      עברית: 'he',
    },
  ],
  [
    'other names',
    { brazilian: 'pt-BR', valencian: 'ca-valencia', mandarin: 'zh', farsi: 'fa', bokmål: 'nb' },
  ],
  ['near misses', { deutch: 'de', frech: 'fr', englisch: 'en', ukranian: 'uk', portugese: 'pt' }],
  ['two slips in a long name', { norweigan: 'no', ukranien: 'uk', portugeze: 'pt' }],
  [
    'country codes',
    {
      jp: 'ja',
      gr: 'el',
      cn: 'zh',
      dk: 'da',
      cz: 'cs',
      ua: 'uk',
      vn: 'vi',
      at: 'de-AT',
      kz: 'kk',
      sb: 'sr',
      JP: 'ja',
    },
  ],
  [
    'country codes that are languages, too',
    { se: 'sv', my: 'ms', in: 'hi', br: 'pt', uk: 'en-GB' },
  ],
  ['tags with a country for a language', { 'jp-JP': 'ja-JP', gr_GR: 'el-GR', 'at-AT': 'de-AT' }],
  [
    'unusual codes',
    { eng: 'en', deu: 'de', fre: 'fr', cmn: 'zh', 'en-UK': 'en-GB', 'deu-DE': 'de-DE' },
  ],
  ['lost separators', { enUS: 'en-US', ptBR: 'pt-BR' }],
  ['unknown regions', { 'nl-XX': 'nl', en_ENG: 'en', gr_XX: 'el', ax_bx: 'sv-AX' }],
])('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s is probably %s', (text, tag) => {
    expect(suggestTag(text)?.tag).toBe(tag)
  })
})

test('says why', () => {
  expect(suggestTag('dutch')?.reason).toBe("'dutch' is the name of a language, its tag is 'nl'")
  expect(suggestTag('jp')?.reason).toBe("'jp' is the code of a country (Japan), Japanese is 'ja'")
  expect(suggestTag('deutch')?.reason).toBe("'deutch' is close to 'deutsch', whose tag is 'de'")
})

test.each([
  '',
  '*',
  'xx',
  'zz',
  'qq',
  'x',
  '12',
  'chrome://global/locale/intl.properties',
  'fransh', // two slips in a short name
  'a'.repeat(99),
])('has no idea of %j', (text) => expect(suggestTag(text)).toBeUndefined())

test('leaves known tags alone, save the codes that are countries, too', () => {
  const doubted = cldrLocales.filter((tag) => tag !== 'und' && suggestTag(tag) !== undefined)
  expect(doubted.join(' ')).toBe('ba be br ee my sa se si uk')
})

test('only ever suggests known tags in canonical form', () => {
  const texts = fc.oneof(
    headerLike,
    anyText,
    fc.constantFrom(...cldrRegions.map((region) => region.toLowerCase())),
    fc.string({ unit: fc.constantFrom(...'aeiodnrst'), minLength: 4, maxLength: 8 }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const tag = suggestTag(text)?.tag
      if (tag === undefined) return
      expect(canonicalTag(tag)).toBe(tag)
      expect(isKnownLanguage(tag)).toBe(true)
      expect(tag).not.toBe(text)
    }),
    { numRuns: runs(300) },
  )
})
