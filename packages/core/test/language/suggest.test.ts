import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cldrLocales, cldrRegions } from '../../src/language/cldr-locales.generated.ts'
import { suggestTag } from '../../src/language/suggest.ts'
import { canonicalTag, isKnownLanguage } from '../../src/language/tag.ts'
import { runs } from './runs.ts'
import { anyText, headerLike } from './samples.ts'
import { checkSuggested, suggested, unknown } from './suggest-cases.ts'

describe.each(suggested)('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s is probably %s', checkSuggested)
})

test('says why', () => {
  expect(suggestTag('dutch')?.reason).toBe("'dutch' is the name of a language, its tag is 'nl'")
  expect(suggestTag('jp')?.reason).toBe("'jp' is the code of a country (Japan), Japanese is 'ja'")
  expect(suggestTag('deutch')?.reason).toBe("'deutch' is close to 'deutsch', whose tag is 'de'")
})

test.each(unknown)('has no idea of %j', (text) => checkSuggested(text))

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
