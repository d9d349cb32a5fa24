import { type Operator, operator } from './operator.ts'
import { replacePreimage } from './replace.ts'

/** `remove`: every occurrence of `pattern`; nothing if it is empty. */
export const remove = (pattern: string): Operator =>
  operator('remove', [pattern], {
    apply: (text) => text.replaceAll(pattern, ''),
    preimage: (target, alphabet) =>
      pattern === '' ? target : replacePreimage(target, alphabet, pattern, ''),
  })
