import { classesOf } from '../alphabet/alphabet.ts'
import { run, step } from '../automata/machine.ts'
import { scan } from '../automata/scan.ts'
import { type Operator, operator } from './operator.ts'
import { split } from './split.ts'

/** What was read of a text: how many pieces were left, and where the target is. */
interface State {
  readonly piece: number
  /** With all empty pieces so far, and without those at the end, which `split` drops. */
  readonly now: number
  readonly kept: number
}

/**
 * `split: separator | slice: 0, most | join: joiner`.
 * @param separator not empty
 * @param most an integer of at least 1; Infinity for all pieces
 */
export const join = (separator: string, joiner: string, most: number): Operator =>
  operator('join', [separator, joiner, most === Number.POSITIVE_INFINITY ? 'all' : most], {
    apply: (text) => split(text, separator).slice(0, most).join(joiner),
    preimage: (target, alphabet) => {
      const word = classesOf(alphabet, joiner)
      const left = (piece: number): number => (most === Number.POSITIVE_INFINITY ? 0 : piece + 1)
      return scan<State>(alphabet, separator, {
        keys: [(class_) => target.columns[class_]!],
        start: { piece: 0, now: target.start, kept: target.start },
        key: ({ piece, now, kept }) => `${piece},${now},${kept}`,
        plain: ({ piece, now }, class_) => {
          // A character behind the last piece that is taken still makes all before it count.
          const next = piece < most ? step(target, now, class_) : now
          return { piece, now: next, kept: next }
        },
        match: ({ piece, now, kept }) =>
          piece + 1 < most
            ? { piece: left(piece), now: run(target, word, now), kept }
            : { piece: most, now, kept },
        label: ({ kept }) => target.labels[kept]!,
      })
    },
  })
