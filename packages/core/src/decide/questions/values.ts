import type { DomainName } from '../../language/domain.ts'
import { realValues } from '../../language/real-values.ts'
import { lazy } from '../../text/lazy.ts'
import { domainOf } from '../domains/domains.ts'

export interface Candidate {
  readonly value: string | null
  readonly domain: DomainName
}

const candidate = (value: string | null): Candidate => ({ value, domain: domainOf(value) })

/** Bare tags of widely used languages: what a phone set to one of them boils down to. */
const commonTags =
  'en de es fr it nl pt pl sv da fi cs tr el ro hu uk ru ar he hi th vi ja ko zh id'.split(' ')

const everywhere = lazy(() =>
  [...commonTags, null, '', '*', ...realValues.map(({ value }) => value), 'a', ',', ' '].map(
    candidate,
  ),
)

/** Values to evaluate every question at, the most telling first: languages, what the template tests, real ones. */
export function poolValues(
  languages: readonly string[],
  literals: readonly string[],
): readonly Candidate[] {
  const own = new Set([
    ...languages,
    ...literals,
    ...languages.slice(0, 40).map((language) => `aa,${language};q=0.9`),
  ])
  const fixed = everywhere()
  const known = new Set(fixed.map(({ value }) => value))
  return [...[...own].filter((value) => !known.has(value)).map(candidate), ...fixed]
}
