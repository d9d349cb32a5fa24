import type { HeaderQuestion } from '@codeword/auth0'
import { customer, type OpenTemplate, renderValue, requestLanguage } from '@codeword/core'

/** A login whose text is known beforehand. */
export interface Prediction {
  /** Who starts it: `A phone set to French`. */
  readonly who: string
  readonly headers: HeaderQuestion['headers']
  readonly text: string
}

/** One login for each text that a template can send, as far as a header can ask for it. */
export function predictions({ question, analysis, embedded }: OpenTemplate): readonly Prediction[] {
  const { outcomes = [] } = analysis() ?? {}
  return outcomes.flatMap(({ value, languages }) => {
    const asked = languages[0] ?? value
    if (asked !== null && !isHeader(asked)) return []
    const headers = asked === null ? {} : { 'x-request-language': asked }
    const seen = requestLanguage(Object.entries(headers), embedded.surroundings.requestLanguage)
    const result = renderValue(question, seen.value)
    return result.ok ? [{ who: customer(asked), headers, text: result.rendered.text }] : []
  })
}

/** RFC 9110 §5.5; white space at its ends does not arrive. */
const isHeader = (value: string): boolean => /^[\x20-\x7e]*$/.test(value) && value === value.trim()
