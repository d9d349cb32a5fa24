import { type Alphabet, classesOf } from '../alphabet/alphabet.ts'
import { type Machine, run, step } from '../automata/machine.ts'
import { scan } from '../automata/scan.ts'
import { type Operator, operator } from './operator.ts'
import { prepend } from './prepend.ts'

/** `replace_first`: the first occurrence of `pattern`; an empty one stands before the text. */
export const replaceFirst = (pattern: string, replacement: string): Operator =>
  operator('replace_first', [pattern, replacement], {
    apply: (text) => text.replace(pattern, () => replacement),
    preimage: (target, alphabet) => replaceFirstPreimage(target, alphabet, pattern, replacement),
  })

export function replaceFirstPreimage(
  target: Machine,
  alphabet: Alphabet,
  pattern: string,
  replacement: string,
): Machine {
  if (pattern === '') return prepend(replacement).preimage(target, alphabet)
  const found = classesOf(alphabet, pattern)
  const word = classesOf(alphabet, replacement)
  const count = target.labels.length
  return scan<number>(alphabet, pattern, {
    keys: [(class_) => target.columns[class_]!],
    start: target.start,
    key: (state) => state,
    plain: (state, class_) =>
      state < count ? step(target, state, class_) : count + step(target, state - count, class_),
    match: (state) =>
      count + (state < count ? run(target, word, state) : run(target, found, state - count)),
    label: (state) => target.labels[state % count]!,
  })
}
