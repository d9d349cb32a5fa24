import { type Operator, operator } from './operator.ts'
import { replaceFirstPreimage } from './replace-first.ts'

/** `remove_first`: the first occurrence of `pattern`. */
export const removeFirst = (pattern: string): Operator =>
  operator('remove_first', [pattern], {
    apply: (text) => text.replace(pattern, ''),
    preimage: (target, alphabet) => replaceFirstPreimage(target, alphabet, pattern, ''),
  })
