import { cldrLocales } from '../../language/cldr-locales.generated.ts'
import { realValues } from '../../language/real-values.ts'
import { remembered } from '../../text/lazy.ts'
import type { LanguageTest } from '../language-tests.ts'

/** A value to render. */
export interface Candidate {
  readonly value: string | null
  /** Whether real software sends it, as far as anybody knows; the others are made up to fit the template. */
  readonly real: boolean
  /** Values of other inputs that the schema lists, by dotted path, where the template has such. */
  readonly inputs?: Readonly<Record<string, unknown>>
}

/** Bare tags of widely used languages: what a phone set to one of them boils down to. */
const commonTags =
  'en de es fr it nl pt pl sv da fi cs tr el ro hu uk ru ar he hi th vi ja ko zh id'.split(' ')

/** Above this many literals, pairs are taken from neighbours only: all pairs would be too many to render. */
const allPairsUpTo = 16

/**
 * The values that a search renders, the most telling first: bare languages, those that real clients send,
 * and those that the template's own tests call for (each literal, its case and separator variants,
 * shorter and longer tags, lists of two).
 * @param languages the supported languages, each asked for as a bare value
 */
export function searchValues(
  tests: readonly LanguageTest[],
  languages: readonly string[],
): readonly Candidate[] {
  const literals = [...new Set(tests.map((test) => test.literal))].filter((text) => text !== '')
  const real = [...commonTags, ...languages, null, ...realValues.map(({ value }) => value)]
  const made = [
    ...literals.flatMap(variants),
    ...pairs(literals).flatMap(([a, b]) => [`${a},${b};q=0.9`, `${b},${a};q=0.9`]),
  ]
  const values = new Map<string | null, boolean>(made.sort(byLength).map((value) => [value, false]))
  for (const value of real) values.delete(value)
  return [
    ...[...new Set(real)].map((value) => ({ value, real: true })),
    ...[...values.keys()].map((value) => ({ value, real: false })),
  ]
}

const byLength = (a: string, b: string): number => a.length - b.length

const variants = remembered((literal): readonly string[] => {
  const separated = [literal, literal.replaceAll('-', '_'), literal.replaceAll('_', '-')]
  const bare = literal.split(/[-_]/, 1)[0]!
  const regional = cldrLocales.filter((tag) => tag.startsWith(`${bare}-`)).slice(0, 2)
  const longer = regional.flatMap((tag) => [tag, tag.replaceAll('-', '_')])
  const containing = cldrLocales.filter((tag) => tag.includes(literal)).slice(0, 4)
  const cased = [...separated, ...longer].flatMap((value) => [
    value,
    value.toLowerCase(),
    value.toUpperCase(),
  ])
  return [bare, ...cased, ...containing]
})

function pairs(literals: readonly string[]): readonly (readonly [string, string])[] {
  const all = literals.length <= allPairsUpTo
  return literals.flatMap((first, i) =>
    (all ? literals.slice(i + 1) : literals.slice(i + 1, i + 2)).map(
      (second) => [first, second] as const,
    ),
  )
}
