import { parseAcceptLanguage } from '../../language/accept-language.ts'
import { deprecatedLanguages, primary } from '../../language/tag.ts'
import type { LanguageCause } from '../analysis.ts'
import type { LanguageTest } from '../language-tests.ts'
import type { Entry } from '../solve/pool.ts'

/** Letter case and the separator left out of account. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('_', '-')

/** Whether a literal names a tag or the whole subtags that it begins with. */
export function isPrefix(literal: string, tag: string): boolean {
  const [start, whole] = [folded(literal), folded(tag)]
  return (
    whole.startsWith(start) && (start.endsWith('-') || !/^[a-z\d]/.test(whole.slice(start.length)))
  )
}

/** What of a value's spelling may be a cause; a deprecated code is one by itself. */
export function lookOf({ value }: Entry): string {
  const code = /^[a-z]*/i.exec(value ?? '')![0].toLowerCase()
  const signs = ['_', ',', ';', '-'].filter((sign) => value?.includes(sign))
  const old = deprecatedLanguages.has(code) ? code : ''
  return `${old} ${signs.join('')} ${value === value?.toLowerCase()}`
}

/** Whether a language is in the list behind the first choice. */
export const isListed = ({ value }: Entry, language: string): boolean =>
  parseAcceptLanguage(value ?? '')
    .slice(1)
    .some(({ tag }) => primary(tag) === primary(language))

/** The literal of `contains` that was found where it does not mean the first choice. */
export function substringIn(
  value: string,
  tests: readonly LanguageTest[],
): Pick<LanguageCause, 'site' | 'literal' | 'within'> | undefined {
  const [first, ...later] = parseAcceptLanguage(value)
  const sought = tests.filter(({ operator, literal }) => operator === 'contains' && literal !== '')
  const exact = sought.filter(({ literal }) => value.includes(literal))
  for (const { literal, span } of exact.length > 0 ? exact : sought) {
    const text = folded(literal)
    if (first === undefined || isPrefix(literal, first.tag)) continue
    if (folded(first.tag).includes(text)) {
      const within =
        first.tag.split(/[-_]/).find((part) => folded(part).includes(text)) ?? first.tag
      return { site: span, literal, within }
    }
    if (later.some(({ tag }) => folded(tag).includes(text))) return { site: span, literal }
  }
  return undefined
}
