import { canonicalTag, isKnownLanguage, primary } from '../language/tag.ts'
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
    .filter((test) => test.positive && !test.part && isKnownLanguage(test.literal))
    .map(({ literal }) => tagOf(literal))
  return shared([...new Set(tested)])
}

/** Canonical, unless that is another language to RFC 4647 lookup: CLDR writes `tl` as `fil`. */
function tagOf(literal: string): string {
  const canonical = canonicalTag(literal) ?? literal
  return primary(canonical) === primary(literal) ? canonical : literal
}

/** One array for equal lists: what is worked out for a list of languages is kept with it. */
const shared = (languages: readonly string[]): readonly string[] => lists(JSON.stringify(languages))

const lists = remembered((list): readonly string[] => JSON.parse(list))
