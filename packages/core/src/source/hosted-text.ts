import type { Edit } from '../text/span.ts'
import type { HostedText } from './source-file.ts'

/** A text that is read out of a host, with the place of each of its UTF-16 units. */
export interface Units {
  readonly text: string
  /** Where each unit begins, and where the last one ends: one more than units, never falling. */
  readonly places: readonly number[]
}

/** Collects what the reader of a host finds. */
export interface UnitCollector {
  /**
   * Adds what is written at a place. A character of two units that one escape writes takes the places of
   * that escape's first two characters, so that no two units share one.
   */
  readonly add: (text: string, place: number) => void
  /** Leaves out the last units. */
  readonly cut: (length: number) => void
  readonly length: () => number
  readonly done: (end: number) => Units
}

export function unitCollector(): UnitCollector {
  let text = ''
  let places: number[] = []
  return {
    add: (added, place) => {
      for (let index = 0; index < added.length; index++) places.push(place + index)
      text += added
    },
    cut: (length) => {
      text = text.slice(0, length)
      places = places.slice(0, length)
    },
    length: () => text.length,
    done: (end) => ({ text, places: [...places, end] }),
  }
}

/** @param toHostEdit what the host's syntax makes of an edit whose ends lie inside the text */
export function hostedText(
  { text, places }: Units,
  toHostEdit: (edit: Edit) => Edit | undefined,
): HostedText {
  const inside = (offset: number): number => Math.min(Math.max(offset, 0), text.length)
  return {
    text,
    toHost: (offset) => places[inside(offset)]!,
    fromHost: (offset) => inside(lastAtMost(places, offset)),
    toHostEdit: (edit) => toHostEdit({ ...edit, start: inside(edit.start), end: inside(edit.end) }),
  }
}

/** The index of the last place that is not beyond an offset; -1 if all are. */
function lastAtMost(places: readonly number[], offset: number): number {
  let low = -1
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (places[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** A text with an edit done. */
export const edited = (text: string, { start, end, text: put }: Edit): string =>
  text.slice(0, start) + put + text.slice(end)
