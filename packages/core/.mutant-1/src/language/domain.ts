import { realValue, tagValue } from './cldr-grammar.ts'
import { chars, type Grammar, many } from './grammar.ts'
import { headerValue } from './header-grammar.ts'
import { recognizer } from './recognizer.ts'

/** Sets of values that the language variable may take, each inside the next. Grammars: docs/domains.md. */
export type DomainName = 'tag' | 'real' | 'header' | 'any'

/** From narrow to wide. */
export const domainNames: readonly DomainName[] = ['tag', 'real', 'header', 'any']

/** The strings of each domain as one grammar; null, the missing header, belongs to every domain. */
export const domainGrammars: Readonly<Record<DomainName, Grammar>> = {
  get tag() {
    return tagValue()
  },
  get real() {
    return realValue()
  },
  get header() {
    return headerValue()
  },
  any: many(chars('\0-\u{d7ff}\u{e000}-\u{10ffff}')),
}

const recognizers: readonly (readonly [DomainName, (text: string) => boolean])[] = [
  ['tag', recognizer(tagValue)],
  ['real', recognizer(realValue)],
  ['header', recognizer(headerValue)],
]

/**
 * The smallest domain that a value belongs to.
 *
 * @param value what the language variable holds; null: the header is missing
 */
export const narrowestDomain = (value: string | null): DomainName =>
  value === null ? 'tag' : (recognizers.find(([, belongs]) => belongs(value))?.[0] ?? 'any')
