import type { Analysis, Outcome } from '../decide/analysis.ts'
import { canonicalTag, isKnownLanguage, languageName } from '../language/tag.ts'
import { visible } from '../text/visible.ts'

/** How people call a value of the language variable: `German (de)`, `no header`, `'nl,en;q=0.5'`. */
export function valueName(value: string | null, variable: string): string {
  if (value === null) return variable === 'request_language' ? 'no header' : `no ${variable}`
  if (value === '')
    return variable === 'request_language' ? 'an empty header' : `an empty ${variable}`
  return isTag(value) ? `${languageName(value)} (${value})` : `'${visible(value)}'`
}

const isTag = (value: string): boolean => isKnownLanguage(value) && languageName(value) !== value

/** So many values are named; people who want all of them ask a program. */
const mostNamed = 6

/** Who gets an outcome, those that the template is about first: `Dutch (nl), no header and 12 more`. */
export function readers(outcome: Outcome, analysis: Analysis): string {
  const supported = new Set(analysis.languages)
  const values = [...new Set([outcome.value, ...outcome.languages, ...outcome.realistic])]
  const named = values
    .map((value) => ({ value, rank: rank(value, supported) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostNamed)
    .map(({ value }) => valueName(value, analysis.variable))
  const rest = values.length - named.length
  if (rest > 0) return `${named.join(', ')} and ${rest} more`
  const last = named.pop()!
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`
}

/** Supported languages, everybody without a language, their regional forms, other languages, the rest. */
function rank(value: string | null, supported: ReadonlySet<string>): number {
  if (value === null) return 1
  if (supported.has(value)) return 0
  const tag = canonicalTag(value)
  if (tag === undefined || !isTag(value)) return 4
  return supported.has(tag) || supported.has(tag.split('-', 1)[0]!) ? 2 : 3
}
