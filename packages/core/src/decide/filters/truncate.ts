import { classesOf } from '../alphabet/alphabet.ts'
import { columnsOf, explore, type Machine, run, step } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'

/**
 * `truncate`: a text of more than `length` code points is cut so that it fits with the ellipsis, which
 * alone may be longer.
 * @param length an integer of at least 0
 */
export const truncate = (length: number, ellipsis: string): Operator =>
  operator('truncate', [length, ellipsis], {
    apply: (text) => {
      const points = [...text]
      if (points.length <= length) return text
      return points.slice(0, Math.max(length - [...ellipsis].length, 0)).join('') + ellipsis
    },
    preimage: (target, alphabet) => cut(target, length, classesOf(alphabet, ellipsis)),
  })

interface State {
  readonly read: number
  /** The target's state after the whole text, and after the part that is kept if it is too long. */
  readonly whole: number
  readonly kept: number
}

function cut(target: Machine, length: number, ellipsis: readonly number[]): Machine {
  const keep = Math.max(length - ellipsis.length, 0)
  return explore<State>(columnsOf(target), {
    start: { read: 0, whole: target.start, kept: target.start },
    key: ({ read, whole, kept }) => (read > length ? `l${whole}` : `${read},${whole},${kept}`),
    step: ({ read, whole, kept }, class_) => {
      if (read > length) return { read, whole, kept }
      const at = step(target, whole, class_)
      const start = read < keep ? at : kept
      if (read < length) return { read: read + 1, whole: at, kept: start }
      return { read: read + 1, whole: target.labels[run(target, ellipsis, kept)]!, kept: 0 }
    },
    label: ({ read, whole }) => (read > length ? whole : target.labels[whole]!),
  })
}
