import { classesOf } from '../alphabet/alphabet.ts'
import { run } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'

/** `prepend`: `prefix`, then the text. */
export const prepend = (prefix: string): Operator =>
  operator('prepend', [prefix], {
    apply: (text) => prefix + text,
    preimage: (target, alphabet) => ({
      ...target,
      start: run(target, classesOf(alphabet, prefix)),
    }),
  })
