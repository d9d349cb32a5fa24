import { lstripPreimage, stripStart } from './lstrip.ts'
import { type Operator, operator } from './operator.ts'
import { rstripPreimage, stripEnd } from './rstrip.ts'

/** `strip`: both ends, with the set of characters to remove or white space without one. */
export const strip = (characters?: string): Operator =>
  operator('strip', characters === undefined ? [] : [characters], {
    apply: (text) => stripEnd(stripStart(text, characters), characters),
    preimage: (target, alphabet) =>
      lstripPreimage(rstripPreimage(target, alphabet, characters), alphabet, characters),
  })
