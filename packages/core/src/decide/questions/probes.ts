import { cldrLocales } from '../../language/cldr-locales.generated.ts'
import { deviceValues } from '../../language/devices.ts'
import { deprecatedLanguages } from '../../language/tag.ts'
import { lazy, remembered } from '../../text/lazy.ts'
import type { LanguageTest } from '../language-tests.ts'

/** Above this many languages, lists name neighbours only: all pairs would be too many. */
const allPairsUpTo = 8

/** So many languages are tried in all their spellings, the others as phones send them. */
const mostSpelled = 24

/** Values that show why a template takes one language for another: real ones, made for its own languages and tests. */
export function probesFor(
  languages: readonly string[],
  tests: readonly LanguageTest[],
): readonly string[] {
  const all = languages.length <= allPairsUpTo
  const sought = new Set(
    tests.flatMap(({ operator, literal }) => (operator === 'contains' ? [literal] : [])),
  )
  // A few of the locales that each literal collides with, fewer where there are many literals.
  const mostCollisions = Math.ceil(120 / Math.max(30, sought.size))
  return [
    ...new Set([
      ...languages.slice(0, mostSpelled).flatMap(spellings),
      ...languages.slice(mostSpelled).flatMap(asSent),
      ...[...sought].flatMap((literal) => collisions(literal).slice(0, mostCollisions).flat()),
      ...languages.flatMap((first, i) =>
        languages
          .slice(all ? 0 : i + 1, all ? undefined : i + 2)
          .filter((second) => second !== first)
          .flatMap((second) => [`${first},${second};q=0.9`, `${second},${first};q=0.9`]),
      ),
    ]),
  ]
}

const spellings = remembered((tag: string): readonly string[] => {
  const [language = tag] = tag.split('-', 1)
  const old = [...deprecatedLanguages].flatMap(([code, today]) =>
    today === language ? [code] : [],
  )
  const relatives = cldrLocales.filter((locale) => locale.startsWith(`${language}-`)).slice(0, 2)
  return [
    ...[language, tag, withRegion(tag), ...relatives, ...old].flatMap((one) => [
      one,
      one.replaceAll('-', '_'),
      one.toLowerCase(),
    ]),
    ...deviceValues(tag).flatMap(({ value }) => value ?? []),
  ]
})

const asSent = remembered((tag: string): readonly string[] => [
  withRegion(tag),
  withRegion(tag).replaceAll('-', '_'),
])

const simplestFirst = lazy(() =>
  [...cldrLocales]
    .sort((a, b) => a.split('-').length - b.split('-').length)
    .map((tag) => ({ tag, lower: tag.toLowerCase() })),
)

/** Other languages in whose tags the literal stands: `fil-PH` for `fi`. */
const collisions = remembered((literal: string): readonly (readonly string[])[] => {
  if (literal === '') return []
  const sought = literal.toLowerCase()
  return simplestFirst()
    .filter(({ tag, lower }) => {
      const at = lower.indexOf(sought)
      return at > 0 || (at === 0 && /^[a-z]/i.test(tag.slice(literal.length)))
    })
    .slice(0, 4)
    .map(({ tag }) => [withRegion(tag), tag, tag.toLowerCase()])
})

/** As phones send it: `fil-PH` for `fil`. */
function withRegion(tag: string): string {
  const locale = new Intl.Locale(tag)
  const { region } = locale.maximize()
  return locale.region !== undefined || region === undefined ? tag : `${tag}-${region}`
}
