import type { Analysis, Outcome } from '../decide/analysis.ts'
import { canonicalTag, isKnownLanguage, languageName, primary } from '../language/tag.ts'
import { firstOfEach } from '../text/first-of-each.ts'
import { shortened } from '../text/shortened.ts'
import { visible } from '../text/visible.ts'

/** How people call a value of the language variable: `German (de)`, `no header`, `'nl,en;q=0.5'`. */
export function valueName(value: string | null, variable: string): string {
  const noun = variable === 'request_language' ? 'header' : variable
  if (value === null) return `no ${noun}`
  if (value === '') return `an empty ${noun}`
  if (!isLanguage(value)) return `'${visible(shortened(value, 40))}'`
  // The tag says the rest of `French (France)`.
  return `${languageName(value).replace(/ \(.*/, '')} (${value})`
}

const isLanguage = (value: string): boolean =>
  isKnownLanguage(value) && languageName(value) !== value

/** So many values are named, lists and odd texts among them; who wants all of them asks a program. */
const mostNamed = 6
const mostOdd = 2

/**
 * Who gets an outcome, those that the template is about first: `Dutch (nl), no header and 12 more`, with what else
 * it depends on: `where message_type is voice`.
 */
export function readers(
  outcome: Pick<Outcome, 'value' | 'languages' | 'realistic' | 'inputs'>,
  analysis: Pick<Analysis, 'languages' | 'variable' | 'whenMissing'>,
): string {
  return [namesOf(outcome, analysis), ...wheres(outcome)].join(', ')
}

/** What else a message depends on: `where message_type is voice`, `where user.name is missing`. */
export const wheres = ({ inputs = {} }: Pick<Outcome, 'inputs'>): readonly string[] =>
  Object.entries(inputs).map(
    ([name, value]) => `where ${name} is ${value === null ? 'missing' : visible(String(value))}`,
  )

function namesOf(
  outcome: Pick<Outcome, 'value' | 'languages' | 'realistic'>,
  analysis: Pick<Analysis, 'languages' | 'variable' | 'whenMissing'>,
): string {
  const { whenMissing } = analysis
  const nobody = whenMissing !== undefined && outcome.realistic.includes(whenMissing) ? [null] : []
  const values = [
    ...new Set([outcome.value, ...outcome.languages, ...nobody, ...outcome.realistic]),
  ]
  const ranked = oncePerTag(values)
    .map((value) => ({ value, rank: rank(value, analysis.languages) }))
    .sort((a, b) => a.rank - b.rank)
  const usual = ranked.filter((each) => each.rank !== ranks.odd)
  const odd = ranked.filter((each) => each.rank === ranks.odd)
  const named = [...usual, ...odd.slice(0, mostOdd)]
    .slice(0, mostNamed)
    .map(({ value }) => valueName(value, analysis.variable))
  const rest = values.length - named.length
  if (rest > 0) return `${named.join(', ')} and ${rest} more`
  const last = named.pop()!
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`
}

/** `fr_FR` and `fr-fr` would say the same twice. */
const oncePerTag = (values: readonly (string | null)[]): readonly (string | null)[] =>
  firstOfEach(values, (value) => (value && canonicalTag(value)) || value)

/** Supported languages, everybody without one, their relatives, other languages, the rest. */
const ranks = { supported: 0, none: 1, related: 2, other: 3, odd: 4 } as const

function rank(value: string | null, supported: readonly string[]): number {
  if (value === null || value === '') return ranks.none
  if (supported.includes(value)) return ranks.supported
  if (!isLanguage(value)) return ranks.odd
  const related = supported.some((language) => primary(language) === primary(value))
  return related ? ranks.related : ranks.other
}

/**
 * The language in which an outcome is written, as far as that is known: the first one that it is the message
 * of, or the fallback's for those who name no language.
 */
export const languageOf = (outcome: Outcome, { fallback }: Analysis): string | undefined =>
  outcome.languages[0] ?? (outcome.value === null ? fallback : undefined)
