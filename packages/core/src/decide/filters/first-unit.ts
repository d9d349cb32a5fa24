import { explore, groupClasses, step } from '../automata/machine.ts'
import { type Operator, operator } from './operator.ts'

/** `first` of a text: its first UTF-16 unit, which may be half a character; '' of ''. */
export const firstUnit = (): Operator =>
  operator('first', [], {
    apply: (text) => text.charAt(0),
    preimage: (target, alphabet) => {
      const cutOut = (class_: number): number =>
        alphabet.units[class_] === 2 ? alphabet.loneSurrogate : class_
      const initial = -1
      return explore<number>(groupClasses(alphabet.size, [(c) => target.columns[cutOut(c)]!]), {
        start: initial,
        key: (state) => state,
        step: (state, class_) =>
          state === initial ? step(target, target.start, cutOut(class_)) : state,
        label: (state) => target.labels[state === initial ? target.start : state]!,
      })
    },
  })
