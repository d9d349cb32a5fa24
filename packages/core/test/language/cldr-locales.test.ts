import cldr from 'cldr-core/availableLocales.json' with { type: 'json' }
import defaults from 'cldr-core/defaultContent.json' with { type: 'json' }
import metadata from 'cldr-core/scriptMetadata.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { cldrLocales, cldrRegions } from '../../src/language/cldr-locales.generated.ts'
import { direction } from '../../src/language/tag.ts'

test('the locales are those of the installed cldr-core', () => {
  expect(cldrLocales).toEqual(cldr.availableLocales.full)
  expect(cldrLocales.length).toBe(766)
})

test('the regions are those of its locales and default locales', () => {
  const tags = [...cldr.availableLocales.full, ...defaults.defaultContent]
  const regions = tags.flatMap((tag) => new Intl.Locale(tag).region ?? [])
  expect(new Set(cldrRegions)).toEqual(new Set(regions))
})

test('each script is written in the direction that CLDR states', () => {
  const scripts = Object.entries(metadata.scriptMetadata as Record<string, { rtl: string }>)
  const wrong = scripts.filter(
    ([script, { rtl }]) => (direction(`en-${script}`) === 'rtl') !== (rtl === 'YES'),
  )
  expect(wrong).toEqual([])
})
