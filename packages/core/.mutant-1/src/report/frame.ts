import { columns, firstColumns, lastColumns } from '../text/columns.ts'
import type { Lines } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { visible } from '../text/visible.ts'
import type { Paint, Style } from './paint.ts'

/** How a code frame looks. */
export interface FrameOptions {
  readonly paint: Paint
  /** The style of the carets. */
  readonly style: Style
  /** Terminal columns for the whole frame. */
  readonly width: number
}

/** Of a span that runs over more lines than this, the first and the last one are shown. */
const mostLines = 3

/**
 * The source around a span, as lines for a terminal: line number, gutter, the line, carets under the span.
 *
 * Characters that a terminal would hide or act on are spelt out, tabs are two columns, wide characters
 * have two carets, and of a long line (a message inside JSON) only the part around the span is shown.
 */
export function codeFrame(lines: Lines, span: Span, options: FrameOptions): readonly string[] {
  const first = lines.position(span.start).line
  const last = lines.position(Math.max(span.start, span.end - 1)).line
  const digits = String(last).length
  const row = (number: number): string[] => frameRow(lines, number, span, digits, options)
  if (last - first < mostLines) {
    return Array.from({ length: last - first + 1 }, (_, i) => row(first + i)).flat()
  }
  const gap = `${' '.repeat(digits)} ${options.paint('faint', '⋮')}`
  return [...row(first), gap, ...row(last)]
}

function frameRow(
  lines: Lines,
  number: number,
  span: Span,
  digits: number,
  { paint, style, width }: FrameOptions,
): string[] {
  const line = lines.span(number)
  const text = lines.line(number)
  const clamp = (offset: number): number =>
    Math.min(Math.max(offset - line.start, 0), line.end - line.start)
  const [from, to] = [clamp(span.start), clamp(span.end)]
  const room = Math.max(width - digits - 3, 20)
  // A code point is at most two units: twice the room in units is never too little to fill it.
  const near = 2 * room
  const { before, marked, after } = crop(
    printable(text.slice(Math.max(0, from - near), from)),
    printable(text.slice(from, Math.min(to, from + near))),
    printable(text.slice(to, to + near)),
    room,
    from > near,
  )
  const bar = paint('faint', '│')
  const carets = '^'.repeat(Math.max(1, columns(marked)))
  return [
    `${paint('faint', String(number).padStart(digits))} ${bar} ${before}${marked}${after}`.trimEnd(),
    `${' '.repeat(digits)} ${bar} ${' '.repeat(columns(before))}${paint(style, carets)}`,
  ]
}

/** Makes `before` + `marked` + `after` fit into `room` columns: the mark's start stays, then its rest. */
function crop(
  before: string,
  marked: string,
  after: string,
  room: number,
  longBefore: boolean,
): { readonly before: string; readonly marked: string; readonly after: string } {
  const spare = Math.max(room - columns(marked), room >> 2)
  const lead = Math.max(spare >> 1, spare - columns(after))
  const shownBefore =
    columns(before) > lead || longBefore ? `…${lastColumns(before, lead - 1)}` : before
  const shownMarked = clip(marked, room - columns(shownBefore))
  const shownAfter = clip(after, room - columns(shownBefore) - columns(shownMarked))
  return { before: shownBefore, marked: shownMarked, after: shownAfter }
}

const clip = (text: string, width: number): string =>
  columns(text) <= width ? text : width < 1 ? '' : `${firstColumns(text, width - 1)}…`

const printable = (text: string): string => visible(text.replaceAll('\t', '  '))
