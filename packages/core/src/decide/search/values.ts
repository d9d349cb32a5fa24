import { cldrLocales } from '../../language/cldr-locales.generated.ts'
import { type DomainName, domainNames, narrowestDomain } from '../../language/domain.ts'
import { realValues } from '../../language/real-values.ts'
import type { LanguageTest } from '../language-tests.ts'

/** A value to render, with the narrowest domain that it belongs to. */
export interface Candidate {
  readonly value: string | null
  readonly domain: DomainName
}

/** Bare tags of widely used languages: what a phone set to one of them boils down to. */
const commonTags =
  'en de es fr it nl pt pl sv da fi cs tr el ro hu uk ru ar he hi th vi ja ko zh id'.split(' ')

/** Above this many literals, pairs are taken from neighbours only: all pairs would be too many to render. */
const allPairsUpTo = 16

/**
 * The values that a search renders, the most telling first: those that real clients send, and those that
 * the template's own tests call for (each literal, its case and separator variants, shorter and longer
 * tags, lists of two).
 * @param languages the supported languages, each asked for as a bare value
 */
export function searchValues(
  tests: readonly LanguageTest[],
  languages: readonly string[],
): readonly Candidate[] {
  const literals = [...new Set(tests.map((test) => test.literal))].filter((text) => text !== '')
  const values = new Set<string | null>([...everywhere(), ...languages])
  for (const literal of literals) for (const value of variants(literal)) values.add(value)
  for (const [first, second] of pairs(literals)) {
    values.add(`${first},${second};q=0.9`)
    values.add(`${second},${first};q=0.9`)
  }
  return candidates([...values])
}

/** Values as candidates, realistic before contrived, a named language before null, short before long. */
export function candidates(values: readonly (string | null)[]): readonly Candidate[] {
  return values
    .map((value) => ({ value, domain: narrowestDomain(value) }))
    .sort((a, b) => rank(a) - rank(b) || lengthOf(a) - lengthOf(b))
}

const rank = ({ value, domain }: Candidate): number =>
  domainNames.indexOf(domain) * 2 + Number(value === null)

const lengthOf = ({ value }: Candidate): number => value?.length ?? 0

const everywhere = (): readonly (string | null)[] => [
  null,
  ...commonTags,
  ...realValues.map(({ value }) => value),
]

function variants(literal: string): readonly string[] {
  const separated = [literal, literal.replaceAll('-', '_'), literal.replaceAll('_', '-')]
  const bare = literal.split(/[-_]/, 1)[0]!
  const region = likelyRegion(bare)
  const longer = region === undefined ? [] : [`${bare}-${region}`, `${bare}_${region}`]
  const containing = cldrLocales
    .filter((tag) => tag !== literal && tag.includes(literal))
    .slice(0, 4)
  const cased = [...separated, ...longer].flatMap((value) => [
    value,
    value.toLowerCase(),
    value.toUpperCase(),
  ])
  return [bare, ...cased, ...containing]
}

function likelyRegion(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region
  } catch {
    return undefined
  }
}

function pairs(literals: readonly string[]): readonly (readonly [string, string])[] {
  const all = literals.length <= allPairsUpTo
  return literals.flatMap((first, i) =>
    (all ? literals.slice(i + 1) : literals.slice(i + 1, i + 2)).map(
      (second) => [first, second] as const,
    ),
  )
}
