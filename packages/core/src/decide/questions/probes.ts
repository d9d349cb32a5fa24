import { cldrLocales } from '../../language/cldr-locales.generated.ts'
import { deviceValues } from '../../language/devices.ts'
import { deprecatedLanguages } from '../../language/tag.ts'
import { lazy } from '../../text/lazy.ts'
import type { LanguageTest } from '../language-tests.ts'

/** Above this many languages, lists name neighbours only: all pairs would be too many. */
const allPairsUpTo = 8

/** Locales tried for one literal of `contains`. */
const mostCollisions = 4

/** Values that show why a template takes one language for another: real ones, made for its own languages and tests. */
export function probesFor(
  languages: readonly string[],
  tests: readonly LanguageTest[],
): readonly string[] {
  const all = languages.length <= allPairsUpTo
  return [
    ...new Set([
      ...languages.flatMap(spellings),
      ...tests.flatMap((test) => (test.operator === 'contains' ? collisions(test.literal) : [])),
      ...languages.flatMap((first, i) =>
        languages
          .slice(all ? 0 : i + 1, all ? undefined : i + 2)
          .filter((second) => second !== first)
          .flatMap((second) => [`${first},${second};q=0.9`, `${second},${first};q=0.9`]),
      ),
    ]),
  ]
}

function spellings(tag: string): readonly string[] {
  const [language = tag] = tag.split('-', 1)
  const regional = withRegion(tag)
  const old = [...deprecatedLanguages].flatMap(([code, today]) =>
    today === language ? [code] : [],
  )
  const relatives = cldrLocales.filter((locale) => locale.startsWith(`${language}-`)).slice(0, 2)
  return [
    ...[language, tag, regional, ...relatives, ...old].flatMap((one) => [
      one,
      one.replaceAll('-', '_'),
      one.toLowerCase(),
    ]),
    ...deviceValues(tag).flatMap(({ value }) => value ?? []),
  ]
}

const simplestFirst = lazy(() =>
  [...cldrLocales].sort((a, b) => a.split('-').length - b.split('-').length),
)

/** Other languages in whose tags the literal stands: `fil-PH` for `fi`. */
const collisions = (literal: string): readonly string[] =>
  literal === ''
    ? []
    : simplestFirst()
        .filter((tag) => {
          const at = tag.toLowerCase().indexOf(literal.toLowerCase())
          return at > 0 || (at === 0 && /^[a-z]/i.test(tag.slice(literal.length)))
        })
        .slice(0, mostCollisions)
        .flatMap((tag) => [withRegion(tag), tag, tag.toLowerCase()])

/** As phones send it: `fil-PH` for `fil`. */
function withRegion(tag: string): string {
  const locale = new Intl.Locale(tag)
  const { region } = locale.maximize()
  return locale.region !== undefined || region === undefined ? tag : `${tag}-${region}`
}
