import { type Alphabet, classesOf } from '../alphabet/alphabet.ts'
import { type Machine, run, step } from '../automata/machine.ts'
import { scan } from '../automata/scan.ts'
import { type Operator, operator } from './operator.ts'

/**
 * `replace`: every occurrence of `pattern`, from the left, by `replacement`.
 * @param pattern not empty
 */
export const replace = (pattern: string, replacement: string): Operator =>
  operator('replace', [pattern, replacement], {
    apply: (text) => text.replaceAll(pattern, () => replacement),
    preimage: (target, alphabet) => replacePreimage(target, alphabet, pattern, replacement),
  })

export function replacePreimage(
  target: Machine,
  alphabet: Alphabet,
  pattern: string,
  replacement: string,
): Machine {
  const word = classesOf(alphabet, replacement)
  return scan<number>(alphabet, pattern, {
    keys: [(class_) => target.columns[class_]!],
    start: target.start,
    key: (state) => state,
    plain: (state, class_) => step(target, state, class_),
    match: (state) => run(target, word, state),
    label: (state) => target.labels[state]!,
  })
}
