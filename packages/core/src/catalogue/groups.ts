import { cldrLocales, cldrRegions } from '../language/cldr-locales.generated.ts'
import { canonicalTag, deprecatedLanguages, expectedScript, primary } from '../language/tag.ts'

/** The texts of one language: its own and those of its variants. */
export interface Group {
  /** In lower case: `zh`. */
  readonly language: string
  /** The primary subtags that stand for it, itself first: `he`, `iw`. */
  readonly names: readonly string[]
  /** Whose text everybody else of the language gets. */
  readonly main: Variant
  /**
   * Who that is: `all`, where it is the language's own text; `unsaid`, where it is that of the usual script, for who
   * names no other one; `none`, where it is that of another variant, which may do for want of a better one.
   */
  readonly others: 'all' | 'unsaid' | 'none'
  /** In the order of the catalogue. */
  readonly variants: readonly Variant[]
  /** Its usual script, in lower case: `hans`. */
  readonly script?: string
  /** Those in which CLDR knows it besides, and nobody wrote a text: `latn`. */
  readonly otherScripts: readonly string[]
}

/** A text of a language, and who gets it. */
export interface Variant {
  /** As it was written: `zh-Hant`. */
  readonly tag: string
  /** Its subtags in lower case, `zh-hant`, with which a request for it begins; several where codes are deprecated. */
  readonly prefixes: readonly string[]
  /** ISO 15924 in lower case, where who reads it without asking for it gets it: `hant`. */
  readonly script?: string
  /** Whether a request for its script is one for it: it is called by nothing but its script. */
  readonly isScript: boolean
  /** Beginnings of requests from where it is read: `zh-tw`. */
  readonly regions: readonly string[]
}

/** Languages that the same people read: `right-language` takes each for the others. */
const norwegian = ['nb', 'no', 'nn']

/**
 * Sorts tags by language.
 * @param tags that `canonicalTag` takes, each language and variant once
 * @param isStrict whether a language stands for itself alone, and not for those that its readers read, too
 */
export function groupsOf(tags: readonly string[], isStrict: boolean): readonly Group[] {
  const languages = new Set(tags.map(primary))
  return [...languages].map((language) => {
    const own = tags.filter((tag) => primary(tag) === language)
    const bare = own.find((tag) => rest(tag) === '')
    const main = bare ?? mainOf(own, language)
    const isUsual = bare !== undefined || expectedScript(main) === expectedScript(language)
    const script = expectedScript(isUsual ? main : language)
    const variant = (tag: string): Variant => variantFor(tag, own, script)
    const variants = own.filter((tag) => tag !== main).map(variant)
    const first = variant(main)
    return {
      language,
      names: [language, ...oldCodes(language), ...(isStrict ? [] : relatives(language, languages))],
      main: first,
      others: bare !== undefined ? 'all' : first.isScript && isUsual ? 'unsaid' : 'none',
      variants,
      ...(script !== undefined && { script: script.toLowerCase() }),
      otherScripts: scriptsOf(language).filter(
        (one) => !own.some((tag) => expectedScript(tag)?.toLowerCase() === one),
      ),
    }
  })
}

const scriptsOf = (language: string): readonly string[] => [
  ...new Set(
    cldrLocales.flatMap((tag) => {
      const [first, second = ''] = tag.toLowerCase().split('-')
      return first === language && second.length === 4 ? [second] : []
    }),
  ),
]

/** What stands behind the language, in lower case: `-hant-hk`. */
const rest = (tag: string): string =>
  canonicalTag(tag)!
    .toLowerCase()
    .replace(/^[^-]*/, '')

const oldCodes = (language: string): readonly string[] =>
  [...deprecatedLanguages].flatMap(([code, now]) => (now === language ? [code] : []))

function relatives(language: string, languages: ReadonlySet<string>): readonly string[] {
  const first = norwegian.find((one) => languages.has(one))
  return first === language ? norwegian.filter((one) => !languages.has(one)) : []
}

/** Where no text is the language's own: that in its usual script, else the first. */
const mainOf = (own: readonly string[], language: string): string =>
  own.find((tag) => expectedScript(tag) === expectedScript(language)) ?? own[0]!

/**
 * RFC 4647 lookup finds a variant by its beginning; who begins otherwise gets the variant in the script of the region,
 * which is that with the script's name where there is one.
 */
function variantFor(tag: string, own: readonly string[], usual: string | undefined): Variant {
  const language = primary(tag)
  const prefixes = [language, ...oldCodes(language)].map((code) => code + rest(tag))
  const script = expectedScript(tag)
  if (script === undefined) return { tag, prefixes, isScript: false, regions: [] }
  const readers = own.filter((one) => rest(one) !== '' && expectedScript(one) === script)
  const named = readers.find((one) => rest(one) === `-${script.toLowerCase()}`)
  const found = { tag, prefixes, isScript: named === tag }
  if ((named ?? readers[0]) !== tag) return { ...found, regions: [] }
  // The usual script needs no list of regions: everywhere else is one.
  if (script === usual) return { ...found, regions: [] }
  const mark = script.toLowerCase()
  const taken = new Set(own.map(rest))
  const regions = cldrRegions
    .filter((region) => expectedScript(`${language}-${region}`) === script)
    .map((region) => `-${region.toLowerCase()}`)
    .filter((region) => !taken.has(region))
  return { ...found, script: mark, regions: regions.map((region) => language + region) }
}
