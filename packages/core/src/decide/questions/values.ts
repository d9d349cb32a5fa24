import { realValues } from '../../language/real-values.ts'

/** Bare tags of widely used languages: what a phone set to one of them boils down to. */
const commonTags =
  'en de es fr it nl pt pl sv da fi cs tr el ro hu uk ru ar he hi th vi ja ko zh id'.split(' ')

const everywhere = [
  ...commonTags,
  null,
  '',
  '*',
  ...realValues.map(({ value }) => value),
  'a',
  ',',
  ' ',
]

/** Values to evaluate every question at, the most telling first: languages, what the template tests, real ones. */
export function poolValues(
  languages: readonly string[],
  literals: readonly string[],
): readonly (string | null)[] {
  const own = new Set([
    ...languages,
    ...literals,
    ...languages.slice(0, 40).map((language) => `aa,${language};q=0.9`),
  ])
  const known = new Set(everywhere)
  return [...[...own].filter((value) => !known.has(value)), ...everywhere]
}
