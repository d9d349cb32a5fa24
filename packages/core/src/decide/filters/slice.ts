import { columnsOf, explore, type Machine, step } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'

/**
 * `slice` on a text, in code points.
 * @param begin an integer; a negative one counts from the end and gives '' if it reaches beyond the start
 * @param length an integer; '' if negative
 */
export const slice = (begin: number, length: number): Operator =>
  operator('slice', [begin, length], {
    apply: (text) => {
      const points = [...text]
      const from = begin < 0 ? points.length + begin : begin
      return from < 0 || length < 0 ? '' : points.slice(from, from + length).join('')
    },
    preimage: (target) => {
      if (length <= 0)
        return { ...target, labels: target.labels.map(() => target.labels[target.start]!) }
      return begin < 0 ? fromEnd(target, -begin, length) : fromStart(target, begin, length)
    },
  })

/** After the cut only the label counts: a state below zero is a label that stays. */
function fromStart(target: Machine, begin: number, length: number): Machine {
  const count = target.labels.length
  const frozen = (state: number): number => -1 - target.labels[state]!
  return explore<number>(columnsOf(target), {
    start: target.start,
    key: (state) => state,
    step: (state, class_) => {
      if (state < 0) return state
      const read = Math.floor(state / count) + 1
      const at = read > begin ? step(target, state % count, class_) : target.start
      return read === begin + length ? frozen(at) : read * count + at
    },
    label: (state) => (state < 0 ? -1 - state : target.labels[state % count]!),
  })
}

/**
 * For each of the last `back` places where the slice may begin, the state of the target since then.
 * The oldest is the one that counts, once there are that many.
 */
function fromEnd(target: Machine, back: number, length: number): Machine {
  return explore<readonly number[]>(columnsOf(target), {
    start: [],
    key: (states) => states.join(),
    step: (states, class_) => {
      const advanced = states.map((state, i) =>
        states.length - i < length ? step(target, state, class_) : state,
      )
      const next = [...advanced, step(target, target.start, class_)]
      return next.length > back ? next.slice(1) : next
    },
    label: (states) => target.labels[states.length < back ? target.start : states[0]!]!,
  })
}
