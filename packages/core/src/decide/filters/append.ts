import { classesOf } from '../alphabet/alphabet.ts'
import { run } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'

/** `append`: the text, then `suffix`. */
export const append = (suffix: string): Operator =>
  operator('append', [suffix], {
    apply: (text) => text + suffix,
    preimage: (target, alphabet) => {
      const word = classesOf(alphabet, suffix)
      return {
        ...target,
        labels: target.labels.map((_, state) => target.labels[run(target, word, state)]!),
      }
    },
  })
