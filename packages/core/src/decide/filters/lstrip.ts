import type { Alphabet } from '../alphabet/alphabet.ts'
import { explore, type Machine, step } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'
import { trimColumns, trimSet } from './trim-set.ts'

/** `lstrip`, with the set of characters to remove or white space without one. */
export const lstrip = (characters?: string): Operator =>
  operator('lstrip', characters === undefined ? [] : [characters], {
    apply: (text) => stripStart(text, characters),
    preimage: (target, alphabet) => lstripPreimage(target, alphabet, characters),
  })

export function stripStart(text: string, characters?: string): string {
  if (characters === undefined) return text.trimStart()
  const points = [...text]
  const first = points.findIndex((point) => !new Set(characters).has(point))
  return first < 0 ? '' : points.slice(first).join('')
}

export function lstripPreimage(target: Machine, alphabet: Alphabet, characters?: string): Machine {
  const trimmed = trimSet(alphabet, characters)
  const initial = -1
  return explore<number>(trimColumns(target, trimmed), {
    start: initial,
    key: (state) => state,
    step: (state, class_) => {
      if (state === initial) return trimmed(class_) ? initial : step(target, target.start, class_)
      return step(target, state, class_)
    },
    label: (state) => target.labels[state === initial ? target.start : state]!,
  })
}
