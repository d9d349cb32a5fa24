import { canonicalTag, isKnownLanguage, languageName } from '../language/tag.ts'
import { shortened } from '../text/shortened.ts'
import { visible } from '../text/visible.ts'

/**
 * The customer behind a value of the language variable, as the subject of a sentence:
 * 'A phone set to German (`de`)'.
 */
export function customer(value: string | null): string {
  if (value === null) return 'A customer whose request names no language'
  if (value === '') return 'A customer whose request has an empty language header'
  if (value === '*') return 'A customer of a server that sends `*` as the language'
  const [first = ''] = value.split(/[,;]/, 1)
  const tag = canonicalTag(first.trim())
  const shown = `\`${visible(shortened(value, 48))}\``
  if (tag === undefined || !isKnownLanguage(tag)) return `A customer whose request says ${shown}`
  const device = value.includes(',') || value.includes(';') ? 'A browser' : 'A phone'
  return `${device} set to ${languageName(tag)} (${shown})`
}

/** The same inside a sentence: 'a phone set to German (`de`)'. */
export const aCustomer = (value: string | null): string => customer(value).replace(/^A/, 'a')
