import type { Outcome } from '../../decide/analysis.ts'
import { isBlank } from '../../decide/message.ts'
import { languageName } from '../../language/tag.ts'
import { aCustomer } from '../../lint/customer.ts'
import type { Finding } from '../../lint/diagnostic.ts'
import type { TemplateContext } from '../../lint/rule.ts'
import { sourceOf } from '../../render/source-of.ts'
import { firstOfEach } from '../../text/first-of-each.ts'
import type { Span } from '../../text/span.ts'

/** The messages that customers get, empty ones left out: those have a rule of their own. */
export const messages = (context: TemplateContext): readonly Outcome[] =>
  (context.analysis()?.outcomes ?? []).filter(({ rendered }) => !isBlank(rendered.text))

/** Whose message it is, as the subject of a sentence: 'The French text', 'The text for `*`'. */
export function textOfWhom({ languages, value }: Outcome): string {
  const names = languages.slice(0, 3).map((tag) => languageName(tag))
  if (names.length > 0) return `The ${names.join(', ')} text`
  return value === null ? 'The text without a language' : `The text that ${aCustomer(value)} gets`
}

/** A finding about `span` of a rendered message, placed in the source that made it. */
export const findingIn = (outcome: Outcome, span: Span, message: string): Finding => ({
  ...sourceOf(outcome.rendered, span),
  message,
})

/** One finding a place: several messages may be made from the same source. */
export const onePerPlace = (findings: readonly Finding[]): readonly Finding[] =>
  firstOfEach(findings, ({ start }) => start)

/** The text of a message that the template itself wrote, without inserted values. */
export const ownWords = ({ rendered }: Outcome): string =>
  rendered.parts
    .filter((part) => part.inserted === undefined)
    .map((part) => rendered.text.slice(part.start, part.end))
    .join(' ')
