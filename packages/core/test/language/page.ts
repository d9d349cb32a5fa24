import { readFileSync } from 'node:fs'
import cldr from 'cldr-core/availableLocales.json' with { type: 'json' }
import defaults from 'cldr-core/defaultContent.json' with { type: 'json' }
import { readAbnf } from './abnf.ts'

/** The page that states the domains. */
export const page: string = readFileSync(
  new URL('../../../../docs/domains.md', import.meta.url),
  'utf8',
)

// The words that the page tells in prose, taken from cldr-core itself.
const locales = cldr.availableLocales.full.filter((tag) => tag !== 'und')
const parts = (tags: readonly string[], pattern: RegExp): readonly string[] => [
  ...new Set(tags.flatMap((tag) => pattern.exec(tag)?.[1] ?? [])),
]
const scripted = parts(locales, /^([a-z]+-[A-Z][a-z]{3})/)
const regions = parts([...locales, ...defaults.defaultContent], /-([A-Z]{2}|\d{3})(?=-|$)/)
const lower = (text: string): string => text.toLowerCase()
const prose: Record<string, string> = {
  'cldr-language': parts(locales, /^([a-z]+)/).join('|'),
  scripted: scripted.join('|'),
  'lower-scripted': scripted.map(lower).join('|'),
  'cldr-region': regions.join('|'),
  'lower-region': regions.map(lower).join('|'),
  'android-scripted': scripted
    .map((tag) => tag.replace('-', `_(?:${regions.join('|')})?_#`))
    .join('|'),
}
const abnf = [...page.matchAll(/```abnf\n([\s\S]*?)```/g)].map(([, text]) => text).join('\n')
const hyphenTag = readAbnf(abnf, prose)('hyphen-tag').source
prose['underscore-tag'] = hyphenTag.slice(1, -1).replaceAll('-', '_').replaceAll('A_Z', 'A-Z')
const rule = readAbnf(abnf, prose)

/** The texts of a domain as the page's ABNF states them. */
export const patternOf = (name: 'tag' | 'real' | 'header'): RegExp => rule(`${name}-value`)
