import type { Severity } from '../lint/diagnostic.ts'
import { severities } from '../lint/severity.ts'

/** As many things as there is room for, chosen by the severity of what they tell. */
export interface Heaviest<T> {
  readonly add: (severity: Severity, item: T) => void
  /** The heaviest first, those of one severity in the order in which they came. */
  readonly kept: () => readonly T[]
  /** How many had no room. */
  readonly dropped: () => number
}

/**
 * Of the lightest the last ones give way, so that there are never more than `room`.
 * @param room a whole number, 0 or more
 */
export function heaviest<T>(room: number): Heaviest<T> {
  const held: Readonly<Record<Severity, T[]>> = { error: [], warning: [], info: [] }
  let came = 0
  return {
    add(severity, item) {
      came++
      held[severity].push(item)
      if (came > room) held[severities.findLast((each) => held[each].length > 0)!].pop()
    },
    kept: () => severities.flatMap((each) => held[each]),
    dropped: () => Math.max(0, came - room),
  }
}
