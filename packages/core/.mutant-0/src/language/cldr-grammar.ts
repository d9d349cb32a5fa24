import { lazy } from '../text/lazy.ts'
import { cldrLocales, cldrRegions } from './cldr-locales.generated.ts'
import { choice, type Grammar, many, optional, repeat, sequence, words } from './grammar.ts'
import { qvalue } from './header-grammar.ts'
import { deprecatedLanguages } from './tag.ts'

// What real clients send. The same grammars as ABNF: docs/domains.md. Made when first asked for: plain
// templates need none.

type Separator = '-' | '_'

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
const lower = (text: string): string => text.toLowerCase()

// Phones pair each of their languages with any region (`en-PL`, `zh-Hans-JP`), so CLDR's locales
// are taken apart; the script belongs to the language.
const locales = lazy(() => cldrLocales.filter((tag) => tag !== 'und'))
const languages = lazy(() => unique(locales().map((tag) => tag.split('-')[0]!)))
const scripted = lazy(() =>
  unique(locales().flatMap((tag) => /^\w+-[A-Z][a-z]{3}/.exec(tag)?.[0] ?? [])),
)
const variants = lazy(() => locales().filter((tag) => /-[a-z]{5,8}$/.test(tag)))

const region = lazy(() => words(cldrRegions))
const lowerRegion = lazy(() => words(cldrRegions.map(lower)))
const regionInEitherCase = lazy(() => words([...cldrRegions, ...cldrRegions.map(lower)]))

/** The `tag` domain without null: a language of CLDR in canonical form, alone or with a region of CLDR. */
export const tagValue: () => Grammar = lazy(() =>
  choice(sequence(words([...languages(), ...scripted()]), optional('-', region())), ...variants()),
)

const realLanguage = lazy(() => words([...languages(), ...deprecatedLanguages.keys()]))

/** A tag in canonical or in lower case; `zh-Hant-tw` is neither. */
function realTag(separator: Separator): Grammar {
  const joined = (tag: string): string => tag.replaceAll('-', separator)
  const regionless = variants().map((tag) => tag.replace(/-[A-Z]{2}-/, '-')) // Firefox: `ca-valencia`
  const withVariant = [...variants(), ...regionless].map(joined)
  return choice(
    sequence(realLanguage(), optional(separator, regionInEitherCase())),
    sequence(words(scripted().map(joined)), optional(separator, region())),
    sequence(words(scripted().map(joined).map(lower)), optional(separator, lowerRegion())),
    words([...withVariant, ...withVariant.map(lower)]),
  )
}

// What Android's settings let people prefer; the device appends it to its locale.
// https://developer.android.com/about/versions/14/features#regional-preferences
const preference = choice(
  sequence('fw-', choice('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat')),
  sequence('mu-', choice('celsius', 'fahrenhe', 'kelvin')),
  sequence('nu-', choice('arab', 'arabext', 'beng', 'deva', 'latn', 'mymr', 'thai')),
)
const preferences = sequence('u', repeat(1, 3, '-', preference))

/** `Locale.toString()` of an Android device with a script or with preferences. */
function androidLocale(): Grammar {
  const scripts = unique(scripted().map((tag) => tag.split('-')[1]!))
  const writtenIn = (script: string): Grammar =>
    words(
      scripted()
        .filter((tag) => tag.endsWith(script))
        .map((tag) => tag.split('-')[0]!),
    )
  return choice(
    ...scripts.map((script) =>
      sequence(
        writtenIn(script),
        '_',
        optional(region()),
        `_#${script}`,
        optional('_', preferences),
      ),
    ),
    sequence(realLanguage(), '_', optional(region()), '_#', preferences),
  )
}

function list(tag: Grammar): Grammar {
  const element = sequence(tag, optional(';q=', qvalue))
  return sequence(element, many(',', optional(' '), element))
}

/** The `real` domain without null: empty, `*`, or a list of tags that are all written with `-` or all with `_`. */
export const realValue: () => Grammar = lazy(() =>
  choice('', '*', list(realTag('-')), list(choice(realTag('_'), androidLocale()))),
)
