import { type Machine, step } from '../automata/machine.ts'
import { scan } from '../automata/scan.ts'
import { type Operator, operator } from './operator.ts'

/** `split` as LiquidJS does it: empty pieces at the end are dropped. */
export function split(text: string, separator: string): string[] {
  const pieces = text.split(separator)
  while (pieces.length > 0 && pieces.at(-1) === '') pieces.pop()
  return pieces
}

/**
 * `split: separator` and the piece at an index, '' where there is none (a guard tells that apart).
 * @param separator not empty
 * @param index an integer of at least 0
 */
export const piece = (separator: string, index: number): Operator =>
  operator('piece', [separator, index], {
    apply: (text) => text.split(separator, index + 1)[index] ?? '',
    preimage: (target, alphabet) => {
      const count = target.labels.length
      return scan<number>(alphabet, separator, {
        keys: [(class_) => target.columns[class_]!],
        start: target.start,
        key: (state) => state,
        plain: (state, class_) => {
          if (state < index * count) return state
          return index * count + step(target, state - index * count, class_)
        },
        match: (state) => {
          if (state < 0) return state
          if (state < index * count) return state + count
          return -1 - target.labels[state - index * count]!
        },
        label: (state) => (state < 0 ? -1 - state : target.labels[state % count]!),
      })
    },
  })

/**
 * `split: separator | last`: the last piece that is not empty, '' where there is none.
 * @param separator not empty
 */
export const lastPiece = (separator: string): Operator =>
  operator('last piece', [separator], {
    apply: (text) => split(text, separator).at(-1) ?? '',
    preimage: (target, alphabet) => {
      const count = target.labels.length
      const none = count
      // What counts if the current piece stays empty, and where the current piece leads.
      const pair = (last: number, current: number): number => last * (count + 1) + current
      return scan<number>(alphabet, separator, {
        keys: [(class_) => target.columns[class_]!],
        start: pair(target.start, none),
        key: (state) => state,
        plain: (state, class_) => {
          const current = state % (count + 1)
          const from = current === none ? target.start : current
          return pair(Math.floor(state / (count + 1)), step(target, from, class_))
        },
        match: (state) => {
          const current = state % (count + 1)
          return pair(current === none ? Math.floor(state / (count + 1)) : current, none)
        },
        label: (state) => labelAt(target, state, count),
      })
    },
  })

function labelAt(target: Machine, state: number, count: number): number {
  const current = state % (count + 1)
  return target.labels[current === count ? Math.floor(state / (count + 1)) : current]!
}
