import type { Question } from '../decide/analysis.ts'
import { valueSpace } from '../decide/domains/value-space.ts'
import { languageTests } from '../decide/language-tests.ts'
import { supportedLanguages } from '../decide/supported.ts'
import { cldrLocales } from '../language/cldr-locales.generated.ts'
import { deviceValues } from '../language/devices.ts'
import { realValues } from '../language/real-values.ts'
import { primary } from '../language/tag.ts'
import { firstOfEach } from '../text/first-of-each.ts'
import { type KillingCase, lengthOf } from './killing-case.ts'

/** Of more languages than this, not all pairs are listed. */
const mostPaired = 8

/** So many tags of other languages are listed for a text. */
const mostAround = 16

/**
 * Values that tell most mutants from their template: rendering all of them takes less than one question to the
 * prover, which is asked about the rest. What real clients send comes first, then who asks for a served language, then
 * the shorter.
 *
 * @returns only what the domain of the question has; nothing where it lists its values
 */
export function usualCases(question: Question): readonly KillingCase[] {
  const { domain } = question
  if (typeof domain !== 'string') return []
  const languages = supportedLanguages(question)
  const { held, has } = valueSpace(question)
  const served = new Set(languages.map(primary))
  const asks = (value: string | null): boolean =>
    served.has(primary(value?.split(/[,;]/, 1)[0] ?? ''))
  return firstOfEach(usualValues(question, languages).map(held), (value) => value)
    .filter((value) => has(value, domain))
    .map((value) => ({ value, realistic: has(value, 'real') }))
    .sort(
      (a, b) =>
        Number(b.realistic) - Number(a.realistic) ||
        Number(asks(b.value)) - Number(asks(a.value)) ||
        lengthOf(a.value) - lengthOf(b.value),
    )
}

function usualValues(
  { template, profile }: Question,
  languages: readonly string[],
): readonly (string | null)[] {
  const served = new Set(languages.map(primary))
  const some = [...new Set([...languages, 'en'])].slice(0, mostPaired)
  const other = ['es', 'it', 'ja'].find((tag) => !served.has(tag)) ?? 'aa'
  const pairs = [...some, other].flatMap((first) =>
    some.filter((second) => second !== first).map((second) => [first, second] as const),
  )
  const tests = languageTests(template, profile.languageVariable).map(({ literal }) => literal)
  const texts = [...new Set([...languages, ...tests])].filter((text) => text !== '')
  return [
    ...texts,
    ...texts.flatMap(othersWith),
    ...realValues.map(({ value }) => value),
    ...some.flatMap((language) => deviceValues(language).map(({ value }) => value)),
    ...cldrLocales.filter((tag) => served.has(primary(tag))),
    ...some.flatMap((language) => [language.toUpperCase(), `x${language}`, `${language};q=0`]),
    ...pairs.flatMap(([first, second]) => listsOf(first, second)),
  ]
}

/** Tags of other languages that a text stands in: `kde` has `de`. */
const othersWith = (text: string): readonly string[] =>
  cldrLocales
    .filter((tag) => tag.includes(text) && primary(tag) !== primary(text))
    .slice(0, mostAround)

/** Lists as browsers and apps write them, and others that tell filters and loops over a header apart. */
const listsOf = (first: string, second: string): readonly string[] => [
  `${first},${second};q=0.9`,
  `${first};q=1.0, ${second};q=0.9`,
  `${first};q=0, ${second}`,
  `${first.toUpperCase()},${second}`,
  `${first}_001,${second}`,
  `${first} ,${second}`,
  `x${first},${second}`,
  `${first};q=0,${second}`,
  `${first} ;q=0.0 ,${second}`,
  `${first};q=0 , ${second}`,
]
