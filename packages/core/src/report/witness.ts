import type { Witness } from '../decide/analysis.ts'
import { isBlank } from '../decide/message.ts'
import type { Statement } from '../lint/diagnostic.ts'
import { shortened } from '../text/shortened.ts'
import { visible } from '../text/visible.ts'

/** What a finding says, and who is hit, each as one line that hides nothing. */
export const statementLines = ({ message, witness }: Statement): readonly string[] => [
  visible(message),
  ...(witness === undefined ? [] : [witnessText(witness)]),
]

/** What one customer gets, in one line: `request_language 'de' gets 'Your code is 123456'`. */
export function witnessText({ variable, value, text, inputs = {} }: Witness): string {
  const asked = Object.entries({ [variable]: value, ...inputs }).map(([name, one]) =>
    one === null ? `no ${name}` : `${name} ${quoted(String(one))}`,
  )
  return `${asked.join(', ')} gets ${isBlank(text) ? emptyMessage(text) : quoted(text)}`
}

/** Names a message in which nothing is to be seen. */
export function emptyMessage(text: string): string {
  if (text === '') return 'an empty message'
  const characters = text.length === 1 ? '1 blank character' : `${text.length} blank characters`
  return `an empty message (${characters})`
}

/** An email would fill the screen; who wants it whole asks for JSON. */
const quoted = (text: string): string => `'${visible(shortened(text, 200))}'`
