import { describe, expect, it, test } from 'vitest'
import { cldrLocales } from '../../src/language/cldr-locales.generated.ts'
import { deviceValues } from '../../src/language/devices.ts'
import { narrowestDomain } from '../../src/language/domain.ts'
import { expectedLanguage } from '../../src/language/lookup.ts'
import { realValues } from '../../src/language/real-values.ts'

const valuesOf = (tag: string): readonly (string | null)[] =>
  deviceValues(tag).map(({ value }) => value)

test.each([
  [
    'de',
    [
      'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7',
      'de-DE,de;q=0.9',
      'de_DE',
      'de-DE;q=1.0, en-DE;q=0.9',
      'de',
    ],
  ],
  ['en', ['en-US,en;q=0.9', 'en-US,en;q=0.9', 'en_US', 'en-US;q=1.0', 'en']],
  ['dutch', ['dutch']],
  ['*', []],
])('devices set to %s', (tag, values) => expect(valuesOf(tag)).toEqual(values))

test.each([
  ['zh-TW', 'zh_TW_#Hant'],
  ['zh', 'zh_CN_#Hans'],
  ['sr-Latn', 'sr_RS_#Latn'],
  ['he', 'iw_IL'],
  ['id', 'in_ID'],
  ['pt', 'pt_BR'],
  ['es-419', 'es_419'],
])('Android set to %s sends %s', (tag, value) => expect(valuesOf(tag)).toContain(value))

describe('the values of devices', () => {
  const tags = cldrLocales.filter((tag) => tag !== 'und')

  it('are real for every locale of CLDR', () => {
    const unreal = tags.flatMap((tag) =>
      valuesOf(tag).filter((value) => !['tag', 'real'].includes(narrowestDomain(value))),
    )
    expect(unreal).toEqual([])
  })

  it('ask for the language that the device is set to', () => {
    const bare = tags.filter((tag) => !tag.includes('-'))
    for (const tag of bare)
      for (const value of valuesOf(tag))
        expect(expectedLanguage(value, [tag, 'xx'])?.languages).toEqual([tag])
  })
})

test('no real value is listed twice, and each names its client', () => {
  expect(new Set(realValues.map(({ value }) => value)).size).toBe(realValues.length)
  expect(realValues.filter(({ client }) => client === '')).toEqual([])
  expect(realValues[0]?.value).toBeNull()
})
