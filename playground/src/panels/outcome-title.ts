import { customer, languageName, type Outcome } from '@codeword/core'

/** The customers of a message, by their languages where it has any. */
export const outcomeTitle = ({ languages, value }: Outcome): string =>
  languages.length > 0 ? languages.map((tag) => languageName(tag)).join(', ') : customer(value)
