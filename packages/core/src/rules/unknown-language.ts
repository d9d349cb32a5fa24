import { type LanguageTest, languageTests } from '../decide/language-tests.ts'
import { suggestTag } from '../language/suggest.ts'
import { isKnownLanguage } from '../language/tag.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'

export const unknownLanguage: TemplateRule = {
  name: 'unknown-language',
  group: 'proof',
  severity: 'warning',
  summary: 'No phone sends what this test asks for, so its text goes to nobody.',
  on: 'template',
  about: 'liquid',
  check: ({ template, profile }) =>
    languageTests(template, profile.languageVariable).filter(isNoLanguage).map(finding),
}

/**
 * Only words that could be meant as a language: `contains ';'` or `== '*'` ask something else, and
 * `contains 'CA'`, `contains 'Hant'` or `contains 'fr-'` for a part of a tag.
 */
const isNoLanguage = ({ literal, operator, part }: LanguageTest): boolean =>
  !part &&
  // A text may be made to end so: `append: '-'`.
  !isKnownLanguage(literal.replace(/[-_]$/, '')) &&
  // `ptBR` is what `remove: '-'` leaves of a tag, and what some apps send.
  !isKnownLanguage(literal.replace(/^([a-z]{2,3})([A-Za-z]{2})$/, '$1-$2')) &&
  /^\p{L}{2}[\p{L}\p{M}\d _-]*$/u.test(literal) &&
  !(operator === 'contains' && isPartOfTag(literal))

const isPartOfTag = (text: string): boolean =>
  /^(?:[A-Z]{2}|[A-Z][a-z]{3})$/.test(text)
    ? isKnownLanguage(`en-${text}`)
    : /[-_]$/.test(text) && isKnownLanguage(text.slice(0, -1))

function finding({ literal, span, positive }: LanguageTest): Finding {
  const { start, end } = span
  const suggestion = suggestTag(literal)
  const effect = positive ? 'No phone or browser gets this text' : 'This shuts no customer out'
  if (suggestion === undefined)
    return {
      start,
      end,
      message: `${effect}: \`${literal}\` is no language that a phone or browser sends`,
    }
  const { tag, reason } = suggestion
  return {
    start,
    end,
    message: `${effect}: ${reason}`,
    fixes: [
      {
        title: `Ask for \`${tag}\``,
        safe: false,
        edits: [{ start: start + 1, end: end - 1, text: tag }],
      },
    ],
  }
}
