import type { Alphabet } from '../alphabet/alphabet.ts'
import { explore, type Machine, step } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'
import { trimColumns, trimSet } from './trim-set.ts'

/** `rstrip`, with the set of characters to remove or white space without one. */
export const rstrip = (characters?: string): Operator =>
  operator('rstrip', characters === undefined ? [] : [characters], {
    apply: (text) => stripEnd(text, characters),
    preimage: (target, alphabet) => rstripPreimage(target, alphabet, characters),
  })

export function stripEnd(text: string, characters?: string): string {
  if (characters === undefined) return text.trimEnd()
  const set = new Set(characters)
  const points = [...text]
  while (points.length > 0 && set.has(points.at(-1)!)) points.pop()
  return points.join('')
}

/** Follows the target twice: over everything so far, and over what is left if the text ends here. */
export function rstripPreimage(target: Machine, alphabet: Alphabet, characters?: string): Machine {
  const trimmed = trimSet(alphabet, characters)
  const count = target.labels.length
  return explore<number>(trimColumns(target, trimmed), {
    start: target.start * count + target.start,
    key: (state) => state,
    step: (state, class_) => {
      const all = step(target, state % count, class_)
      const kept = trimmed(class_) ? Math.floor(state / count) : all
      return kept * count + all
    },
    label: (state) => target.labels[Math.floor(state / count)]!,
  })
}
