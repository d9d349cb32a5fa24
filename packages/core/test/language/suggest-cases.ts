import { expect } from 'vitest'
import { suggestTag } from '../../src/language/suggest.ts'

/** Texts in the place of a tag, and the tag that is meant. */
export const suggested: readonly (readonly [
  kind: string,
  tags: Readonly<Record<string, string>>,
])[] = [
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
]

/** Texts that mean no tag. */
export const unknown: readonly string[] = [
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
]

/** The tag is suggested, or none. */
export function checkSuggested(text: string, tag?: string): void {
  expect(suggestTag(text)?.tag).toBe(tag)
}
