import { type LanguageTest, languageTests } from '../../decide/language-tests.ts'
import { isKnownLanguage } from '../../language/tag.ts'
import { firstOfEach } from '../../text/first-of-each.ts'
import type { Mutant, Operator, OperatorName } from '../mutant.ts'

/** Takes another language, a narrower or a wider one, where a literal is compared with the language. */
export const tags: Operator = (template, { languageVariable }) => {
  const { source } = template
  const tests = firstOfEach(
    languageTests(template, languageVariable).filter(({ literal }) => literal !== ''),
    ({ span }) => `${span.start}`,
  )
  // A tag in capitals is never found in what was made lower case.
  const lowers = /\|\s*downcase/.test(source)
  return tests.flatMap((test) => {
    const { literal, span } = test
    const quote = source[span.start]!
    const instead = (operator: OperatorName, text: string | undefined): readonly Mutant[] => {
      if (text === undefined || text === literal) return []
      const fault = `'${text}' instead of '${literal}'`
      return [{ operator, span, fault, edits: [{ ...span, text: quote + text + quote }] }]
    }
    const narrow = narrower(literal)
    return [
      ...instead('swap-tag', otherThan(test, tests)),
      ...instead('narrow-tag', lowers ? narrow?.toLowerCase() : narrow),
      ...instead('widen-tag', wider(literal)),
    ]
  })
}

/** The next literal of the template, else a language that the template does not test for. */
function otherThan(test: LanguageTest, tests: readonly LanguageTest[]): string | undefined {
  const alike = tests.filter(({ part }) => part === test.part).map(({ literal }) => literal)
  const literals = [...new Set(alike)]
  const next = literals[(literals.indexOf(test.literal) + 1) % literals.length]
  if (next !== test.literal) return next
  return test.part ? undefined : ['en', 'de'].find((tag) => !test.literal.startsWith(tag))
}

/** With the region in which most speakers live: `fr-FR` for `fr`. */
function narrower(literal: string): string | undefined {
  if (!/^[a-z]{2,3}$/i.test(literal) || !isKnownLanguage(literal)) return undefined
  const { region } = new Intl.Locale(literal).maximize()
  return region === undefined ? undefined : `${literal}-${region}`
}

/** Without region and script. */
const wider = (literal: string): string | undefined =>
  isKnownLanguage(literal) ? /^([a-z]{2,3})[-_]/i.exec(literal)?.[1] : undefined
