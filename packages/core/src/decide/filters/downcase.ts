import { letterwise, lowerByLetter } from './letterwise.ts'
import { type Operator, operator } from './operator.ts'

/** `downcase`: `toLowerCase`, so K (U+212A) is k and İ two characters. */
export const downcase = (): Operator =>
  operator('downcase', [], {
    apply: (text) => text.toLowerCase(),
    preimage: (target, alphabet) => letterwise(target, lowerByLetter(alphabet)),
  })
