import { lookup } from 'bcp-47-match'
import { type Element, parseAcceptLanguage } from './accept-language.ts'
import { isHeaderTag } from './header-grammar.ts'
import { expectedScript, primary } from './tag.ts'

/** Whose messages a value may get: those of `languages`, and the fallback text where `fallback`. */
export interface Expectation {
  /** Supported languages as the caller wrote them, and the fallback's language where it is known. */
  readonly languages: readonly string[]
  readonly fallback: boolean
}

/**
 * What the `right-language` property demands for a value. Only the first comma element
 * counts: its message is the one of the supported language that RFC 4647 lookup finds for it; where
 * it finds none, the fallback will do, a supported language that is named later in the list, and a
 * supported relative (the same primary subtag; `no`, `nb` and `nn` are one).
 *
 * @param value what the language variable holds; null: the header is missing
 * @param supported language tags in any form that `canonicalTag` reads
 * @param fallback the language of the fallback text, where known
 * @returns undefined where nothing is demanded: the first element is empty, refused (`q=0`), no
 *   tag, or a `*` that is not the whole value
 */
export function expectedLanguage(
  value: string | null,
  supported: readonly string[],
  fallback?: string,
): Expectation | undefined {
  const byDefault = fallback === undefined ? [] : [fallback]
  if (value === null || value === '') return { languages: byDefault, fallback: true }
  const [first, ...later] = parseAcceptLanguage(value)
  if (first === undefined || first.q === 0) return undefined
  if (first.tag === '*') {
    const alone = later.length === 0 && !first.parameters
    return alone ? { languages: byDefault, fallback: true } : undefined
  }
  if (!isHeaderTag(first.tag)) return undefined
  const found = bestMatch(first.tag, supported)
  if (found !== undefined) return { languages: [found], fallback: false }
  const relatives = supported.filter((tag) => family(tag) === family(first.tag))
  const named = later.flatMap((element) => matchOf(element, supported) ?? [])
  return { languages: [...new Set([...byDefault, ...named, ...relatives])], fallback: true }
}

/**
 * The first supported language of a list, in written order; `best-language` asks for its message.
 * Elements that are refused (`q=0`), empty, `*` or no tag are passed over.
 *
 * @param value what the language variable holds; null: the header is missing
 * @param supported language tags in any form that `canonicalTag` reads
 */
export function bestLanguage(
  value: string | null,
  supported: readonly string[],
): string | undefined {
  for (const element of parseAcceptLanguage(value ?? '')) {
    const found = matchOf(element, supported)
    if (found !== undefined) return found
  }
  return undefined
}

const matchOf = ({ tag, q }: Element, supported: readonly string[]): string | undefined =>
  q > 0 && isHeaderTag(tag) ? bestMatch(tag, supported) : undefined

/**
 * RFC 4647 section 3.4 lookup of one tag, with `language-Script` as CLDR expects it tried before
 * the bare language: `zh-TW` finds `zh-Hant` before `zh`.
 */
function bestMatch(tag: string, supported: readonly string[]): string | undefined {
  const language = primary(tag)
  const related = relatedTo(language, supported)
  if (language === '' || related.length === 0) return undefined
  const wanted = normalized(tag)
  const tags = related.map((one) => one.normalized)
  const longerThanLanguage = tags.filter((known) => known === wanted || known !== language)
  const script = expectedScript(tag)
  const found =
    lookup(longerThanLanguage, wanted) ??
    lookup(tags, script === undefined ? language : `${language}-${script}`)
  return related.find((one) => one.normalized === found)?.written
}

interface Known {
  readonly normalized: string
  readonly written: string
}

/** The same languages are looked up for many values. */
const byLanguage = new WeakMap<readonly string[], Map<string, readonly Known[]>>()

/**
 * The supported tags of a language, the longest first: bcp-47-match gives the first match in the order of
 * its list, the RFC wants the longest. Of two spellings of one tag the last counts.
 */
function relatedTo(language: string, supported: readonly string[]): readonly Known[] {
  let groups = byLanguage.get(supported)
  if (groups === undefined) {
    const written = new Map(supported.map((tag) => [normalized(tag), tag]))
    const longestFirst = [...written].sort(([a], [b]) => b.length - a.length)
    groups = new Map()
    for (const [tag, as] of longestFirst) {
      const language = tag.split('-', 1)[0]!
      groups.set(language, [...(groups.get(language) ?? []), { normalized: tag, written: as }])
    }
    byLanguage.set(supported, groups)
  }
  return groups.get(language) ?? []
}

/** Lower case, `-` for `_`, and today's code for a deprecated language. */
const normalized = (tag: string): string =>
  tag
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^[^-]*/, primary)

/** The primary subtag, the same for Norwegian and its two written forms. */
function family(tag: string): string {
  const language = primary(tag)
  return language === 'nb' || language === 'nn' ? 'no' : language
}
