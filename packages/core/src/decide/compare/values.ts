import { cldrLocales } from '../../language/cldr-locales.generated.ts'
import { languageTests } from '../language-tests.ts'
import { poolValues } from '../questions/values.ts'
import type { Pair } from './pair.ts'

/** Of more texts than this, not all pairs are tried. */
const mostPaired = 128

/** Values to look at before any are searched for. */
export interface Values {
  /** Those that real clients send and those that the templates test for, the most telling first. */
  readonly telling: ReadonlySet<string | null>
  /** Lists of two, mostly of texts that either template looks for: what changes in a chain of `contains` is theirs. */
  readonly made: readonly string[]
}

export function valuesFor({ before, after, languages, space }: Pair): Values {
  const tests = [after, before].flatMap(({ question: { template, profile } }) =>
    languageTests(template, profile.languageVariable),
  )
  const literals = [...new Set(tests.map(({ literal }) => literal))]
  const telling = new Set(poolValues([], [...languages, ...literals]).map(space.held))
  const anywhere = tests.some(({ operator }) => operator === 'contains')
  const paired = anywhere ? literals.filter((text) => text !== '').slice(0, mostPaired) : []
  const outside = outsider(literals)
  const made = [
    ...languages.map((language) => `aa,${language};q=0.9`),
    ...paired.map((text) => `${outside},${text}`),
    ...paired.flatMap((first) =>
      paired.filter((second) => second !== first).map((second) => `${first},${second}`),
    ),
  ]
  return { telling, made: made.filter((value) => !telling.has(value)) }
}

/** A language that no test looks for: before those of a list it shows what is found behind the first. */
const outsider = (literals: readonly string[]): string =>
  cldrLocales.find((tag) => !literals.some((text) => tag.includes(text))) ?? 'aa'
