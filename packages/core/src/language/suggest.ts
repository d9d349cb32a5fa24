import { distance } from 'fastest-levenshtein'
import { lazy } from '../text/lazy.ts'
import { cldrLocales, cldrRegions } from './cldr-locales.generated.ts'
import { canonicalTag, isKnownLanguage, languageName, primary } from './tag.ts'

/** What somebody probably means who writes a text where a language tag belongs. */
export interface Suggestion {
  /** A canonical tag that devices send. */
  readonly tag: string
  /** Why, as a clause without a full stop. */
  readonly reason: string
}

/**
 * The language tag that a text probably stands for: a language's name in English or in itself
 * (`dutch`, `nederlands`), a country code (`jp`), an unusual code (`eng`, `en-UK`), a tag without
 * its separator (`ptBR`), or a near miss of a name (`deutch`).
 *
 * A code that is a language and a country (`se`) gets a suggestion too: it is only a doubt where
 * `isKnownLanguage(text)` holds.
 *
 * @returns undefined for a tag that is beyond doubt and for a text that is like no language
 */
export function suggestTag(text: string): Suggestion | undefined {
  if (text.length > 40) return undefined
  if (isKnownLanguage(text))
    return ambiguousCodes.has(text.toLowerCase()) ? ofCountry(text) : undefined
  const name = folded(text)
  return ofAlias(name, text) ?? ofCode(text) ?? ofName(name, text) ?? ofNearName(name, text)
}

// Language codes that authors write when they mean the country of the same code.
const ambiguousCodes: ReadonlySet<string> = new Set(
  'ae ba be br ch ee in kr my sa se si tw uk'.split(' '),
)

// Names and codes that neither CLDR's English nor a language's own name covers.
const aliases: ReadonlyMap<string, string> = new Map([
  ['bokmal', 'nb'],
  ['brazilian', 'pt-BR'],
  ['castellano', 'es'],
  ['castilian', 'es'],
  ['farsi', 'fa'],
  ['mandarin', 'zh'],
  ['kz', 'kk'], // CLDR's most likely language of Kazakhstan is Russian
  ['moldovan', 'ro-MD'],
  ['nynorsk', 'nn'],
  ['sb', 'sr'], // a slip in Auth0's documentation
  ['tagalog', 'fil'],
  ['valencian', 'ca-valencia'],
])

const quoted = (text: string): string => `'${text}'`

function ofAlias(name: string, text: string): Suggestion | undefined {
  const tag = aliases.get(name)
  if (tag === undefined) return undefined
  return {
    tag,
    reason: `${quoted(text)} is no language tag, ${languageName(tag)} is ${quoted(tag)}`,
  }
}

function ofCode(text: string): Suggestion | undefined {
  const spaced = text.replace(/^([a-z]{2,3})([A-Z]{2})$/, '$1-$2')
  const canonical = canonicalTag(spaced)
  if (canonical !== undefined && isKnownLanguage(canonical)) {
    const cause = spaced === text ? 'is a form that no device sends' : 'lacks its separator'
    return { tag: canonical, reason: `${quoted(text)} ${cause}, the tag is ${quoted(canonical)}` }
  }
  const [first, ...rest] = text.split(/[-_]/) as [string, ...string[]]
  if (isKnownLanguage(first)) {
    const [tag, unknown] = [canonicalTag(first)!, rest.join('-')]
    return { tag, reason: `CLDR knows no ${quoted(unknown)} for ${languageName(tag)}` }
  }
  const country = first.length === 2 ? ofCountry(first) : undefined
  if (country === undefined || rest.length === 0) return country
  const tag = canonicalTag([primary(country.tag), ...rest].join('-'))
  return tag !== undefined && isKnownLanguage(tag) ? { tag, reason: country.reason } : country
}

/** CLDR's most likely language of a country. */
function ofCountry(code: string): Suggestion | undefined {
  const region = canonicalTag(`und-${code}`)?.split('-')[1] ?? ''
  if (!cldrRegions.includes(region)) return undefined
  const tag = new Intl.Locale(`und-${region}`).maximize().minimize().toString()
  const country = regionNames().of(region)
  return {
    tag,
    reason: `${quoted(code)} is the code of a country (${country}), ${languageName(tag)} is ${quoted(tag)}`,
  }
}

const regionNames = lazy(() => new Intl.DisplayNames('en', { type: 'region' }))

function ofName(name: string, text: string): Suggestion | undefined {
  const tag = englishNames().get(name) ?? ownNames().get(name)
  if (tag === undefined) return undefined
  return { tag, reason: `${quoted(text)} is the name of a language, its tag is ${quoted(tag)}` }
}

function ofNearName(name: string, text: string): Suggestion | undefined {
  if (name.length < 4) return undefined
  const most = name.length < 8 ? 1 : 2
  const near = [...englishNames(), ...ownNames()]
    .filter(([known]) => Math.abs(known.length - name.length) <= most)
    .map(([known, tag]) => ({ known, tag, edits: distance(name, known) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || shared(name, b.known) - shared(name, a.known))[0]
  if (near === undefined) return undefined
  const { known, tag } = near
  return {
    tag,
    reason: `${quoted(text)} is close to ${quoted(known)}, whose tag is ${quoted(tag)}`,
  }
}

/** How many letters two words have in common at their start. */
function shared(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count++
  return count
}

/** Lower case without accents: `Español` is `espanol`. */
const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

// Tags whose CLDR name is not made of the names of their parts: Dari, Flemish, British English.
const named = [
  ...['de-AT', 'de-CH', 'en-AU', 'en-CA', 'en-GB', 'en-US', 'es-419', 'es-ES', 'es-MX', 'fa-AF'],
  ...['fr-CA', 'fr-CH', 'nl-BE', 'pt-BR', 'pt-PT', 'ro-MD', 'zh-Hans', 'zh-Hant'],
]
const languages = lazy(() => [
  ...new Set(cldrLocales.filter((tag) => tag !== 'und').map((tag) => primary(tag))),
])

const englishNames = lazy(
  () => new Map([...named, ...languages()].map((tag) => [folded(languageName(tag)), tag])),
)

// Some hundred names that each need data of their own: made only for words that are not English.
const ownNames = lazy(
  () => new Map(languages().map((tag) => [folded(languageName(tag, tag)), tag])),
)
