import { letterwise } from './letterwise.ts'
import { type Operator, operator } from './operator.ts'

/** `upcase`: `toUpperCase`, so ß is SS. */
export const upcase = (): Operator =>
  operator('upcase', [], {
    apply: (text) => text.toUpperCase(),
    preimage: (target, alphabet) => letterwise(target, alphabet.upper),
  })
