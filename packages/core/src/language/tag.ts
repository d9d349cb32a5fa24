import { lazy, remembered } from '../text/lazy.ts'
import { cldrLocales, cldrRegions } from './cldr-locales.generated.ts'

/** Codes that ISO 639 gave up and devices still send (Java before 17 and Android: iw, in, ji). */
export const deprecatedLanguages: ReadonlyMap<string, string> = new Map([
  ['iw', 'he'],
  ['in', 'id'],
  ['ji', 'yi'],
  ['jw', 'jv'],
  ['mo', 'ro'],
])

/**
 * The canonical BCP 47 form of a tag in any letter case, with `-` or `_`, or as Java's
 * `Locale.toString()` writes it: `pt_br` is `pt-BR`, `sr__#Latn` is `sr-Latn`, `iw_IL` is `he-IL`.
 *
 * @returns undefined for what `Intl` does not take as a tag (`*`, `enUS`, a text with blanks)
 */
export function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(hyphenated(text))[0]
  } catch {
    return undefined
  }
}

/** `zh_TW_#Hant_u-nu-latn` as `zh-Hant-TW-u-nu-latn`: a language tag has the script before the region. */
function hyphenated(text: string): string {
  const [, locale, script, extensions] = /^([^#]*)_#([a-z]{4}(?![^_]))?_?(.*)$/is.exec(text) ?? []
  // Java leaves the place of a missing region empty: `sr__#Latn`, `de__POSIX`.
  const [language, ...rest] = (locale?.replace(/_$/, '') ?? text).replace('__', '_').split(/[-_]/)
  const parts = [
    language,
    ...(script ? [script] : []),
    ...rest,
    ...(extensions ? [extensions] : []),
  ]
  return parts.join('-').replaceAll('_', '-')
}

/** The primary language subtag in lower case, deprecated codes replaced: `iw_IL` is `he`, `''` stays `''`. */
export function primary(tag: string): string {
  const end = tag.search(/[-_]/)
  const subtag = (end < 0 ? tag : tag.slice(0, end)).toLowerCase()
  return deprecatedLanguages.get(subtag) ?? subtag
}

const cldr = lazy(() => ({
  languages: new Set(
    cldrLocales.filter((tag) => tag !== 'und').map((tag) => tag.split('-', 1)[0]!),
  ),
  regions: new Set(cldrRegions),
}))
const languageNames = lazy(
  () => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }),
)
const scriptNames = lazy(() => new Intl.DisplayNames('en', { type: 'script', fallback: 'none' }))

/**
 * Whether CLDR knows the language, script and region of a tag, in any form that `canonicalTag` reads.
 *
 * `Intl.Locale` alone cannot tell: it takes any five to eight letters (`dutch`) for a language.
 * Codes that no device sends are unknown although they stand for something: `eng` (devices send
 * `en`), `en-UK` (devices send `en-GB`).
 */
export const isKnownLanguage: (tag: string) => boolean = remembered((tag) => {
  const canonical = canonicalTag(tag)
  if (canonical === undefined) return false
  const { language, script, region } = new Intl.Locale(canonical)
  const written = hyphenated(tag).toLowerCase().split('-')
  return (
    (written[0] === language || written[0]?.length === 2) &&
    (cldr().languages.has(language) ||
      (language.length <= 3 && languageNames().of(language) !== undefined)) &&
    (script === undefined || scriptNames().of(script) !== undefined) &&
    (region === undefined || (cldr().regions.has(region) && written.includes(region.toLowerCase())))
  )
})

const displayNames = new Map<string, Intl.DisplayNames>()

/**
 * What a language is called, as far as the host's ICU has names: `pt-BR` is `Brazilian Portuguese`.
 *
 * @param tag any form that `canonicalTag` reads
 * @param inLanguage the language of the name, a tag that the host takes
 * @returns the tag itself where the host has no name for it
 */
export function languageName(tag: string, inLanguage = 'en'): string {
  const canonical = canonicalTag(tag)
  if (canonical === undefined) return tag
  let inThat = displayNames.get(inLanguage)
  if (inThat === undefined) {
    inThat = new Intl.DisplayNames(inLanguage, { type: 'language' })
    displayNames.set(inLanguage, inThat)
  }
  try {
    return inThat.of(canonical) ?? canonical
  } catch {
    return canonical // DisplayNames rejects extensions
  }
}

/**
 * The ISO 15924 code of the script that a language is expected in: `Jpan` for `ja`, `Latn` for `sr-Latn`.
 *
 * @returns undefined where CLDR has no likely script, or the text is no tag
 */
export const expectedScript: (tag: string) => string | undefined = remembered((tag) => {
  const canonical = canonicalTag(tag)
  return canonical === undefined ? undefined : new Intl.Locale(canonical).maximize().script
})

// Every script that CLDR marks `rtl` in scriptMetadata.json (48.2).
const rightToLeft: ReadonlySet<string> = new Set(
  [
    'Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb',
    'Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Thaa Yezi',
  ].flatMap((codes) => codes.split(' ')),
)

/** The direction in which a language is written; left to right where its script is unknown. */
export const direction = (tag: string): 'ltr' | 'rtl' =>
  rightToLeft.has(expectedScript(tag) ?? '') ? 'rtl' : 'ltr'
