import {
  type Columns,
  explore,
  groupClasses,
  type Machine,
  run,
  step,
} from '../automata/machine.ts'
import { letterwise, lowerByLetter } from './letterwise.ts'
import { type Operator, operator } from './operator.ts'

/** `capitalize`: the first UTF-16 unit in upper case, the rest in lower case. */
export const capitalize = (): Operator =>
  operator('capitalize', [], {
    apply: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
    preimage: (target, alphabet) => {
      const rest = letterwise(target, lowerByLetter(alphabet))
      const initial = -1
      // Half a character has no case: beyond the BMP the first one stays as it is.
      const first = (class_: number): number =>
        run(target, alphabet.units[class_] === 2 ? [class_] : alphabet.upper[class_]!)
      return explore<number>(firstColumns(rest, first), {
        start: initial,
        key: (state) => state,
        step: (state, class_) => (state === initial ? first(class_) : step(rest, state, class_)),
        label: (state) => target.labels[state === initial ? target.start : state]!,
      })
    },
  })

const firstColumns = (rest: Machine, first: (class_: number) => number): Columns =>
  groupClasses(rest.columns.length, [(c) => rest.columns[c]!, first])
