import { Lines } from '@codeword/core'
import type { Position, TextEdit } from '@codeword/core/service'

/** The offset of a place that the language service names. */
export const offsetIn = (text: string, { line, character }: Position): number =>
  new Lines(text).span(line + 1).start + character

/** The text after edits that do not overlap. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits
    .map(({ range, newText }) => ({
      start: offsetIn(text, range.start),
      end: offsetIn(text, range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce(
      (after, { start, end, newText }) => after.slice(0, start) + newText + after.slice(end),
      text,
    )
