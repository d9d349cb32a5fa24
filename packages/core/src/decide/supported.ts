import { canonicalTag, isKnownLanguage } from '../language/tag.ts'
import { remembered } from '../text/lazy.ts'
import type { Question } from './analysis.ts'
import { languageTests } from './language-tests.ts'

/**
 * The languages that a template serves, as canonical tags in source order: those that the question names,
 * else the literals of its positive tests that CLDR knows (DESIGN: *Languages*).
 */
export function supportedLanguages(question: Question): readonly string[] {
  if (question.languages !== undefined) return shared(question.languages)
  const tested = languageTests(question.template, question.profile.languageVariable)
    .filter((test) => test.positive && isKnownLanguage(test.literal))
    .map((test) => canonicalTag(test.literal) ?? test.literal)
  return shared([...new Set(tested)])
}

/** One array for equal lists: what is worked out for a list of languages is kept with it. */
const shared = (languages: readonly string[]): readonly string[] => lists(JSON.stringify(languages))

const lists = remembered((list): readonly string[] => JSON.parse(list))
