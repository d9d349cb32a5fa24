import type { Span } from '../text/span.ts'
import type { Part } from './rendered.ts'

/**
 * Replaces each `@@name@@` of a text, once, from left to right; a name that is not listed stays as it is.
 * @param text what Liquid made
 * @param placeholders name → value
 */
export function replacePlaceholders(
  text: string,
  placeholders: Readonly<Record<string, string>>,
): string {
  let replaced = ''
  let from = 0
  for (const { start, end, value } of placeholdersIn(text, placeholders)) {
    replaced += text.slice(from, start) + value
    from = end
  }
  return replaced + text.slice(from)
}

/**
 * The same step on the origin of a text. What a value makes comes from all the source that wrote its
 * placeholder.
 * @param pieces the origin of the text before the step, in order and without gaps
 * @returns the origin of the text after it, in order and without gaps
 */
export function replaceInParts(
  text: string,
  pieces: readonly Part[],
  placeholders: Readonly<Record<string, string>>,
): readonly Part[] {
  const parts: Part[] = []
  let length = 0
  const put = (size: number, origin: Pick<Part, 'source' | 'inserted'>): void => {
    if (size > 0) parts.push({ ...origin, start: length, end: length + size })
    length += size
  }
  const take = cutter(pieces)
  const copy = (until: number): void => {
    for (const piece of take(until)) put(piece.end - piece.start, piece)
  }
  for (const { start, end, value } of placeholdersIn(text, placeholders)) {
    copy(start)
    const source = hull(take(end).map((piece) => piece.source))
    put(value.length, { source, inserted: text.slice(start, end) })
  }
  copy(text.length)
  return parts
}

interface Occurrence extends Span {
  readonly value: string
}

function placeholdersIn(
  text: string,
  placeholders: Readonly<Record<string, string>>,
): readonly Occurrence[] {
  const found: Occurrence[] = []
  for (let start = text.indexOf('@@'); start >= 0; ) {
    const name = Object.keys(placeholders).find((each) => text.startsWith(`${each}@@`, start + 2))
    const end = name === undefined ? start + 1 : start + name.length + 4
    if (name !== undefined) found.push({ start, end, value: placeholders[name] ?? '' })
    start = text.indexOf('@@', end)
  }
  return found
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** Hands out pieces from left to right, each time up to an offset, cut there where need be. */
function cutter(pieces: readonly Part[]): (until: number) => Part[] {
  let index = 0
  let at = 0
  return (until) => {
    const taken: Part[] = []
    for (let piece = pieces[index]; piece !== undefined && at < until; piece = pieces[index]) {
      const end = Math.min(piece.end, until)
      taken.push(cut(piece, at, end))
      at = end
      if (end === piece.end) index++
    }
    return taken
  }
}

/** Text that was copied keeps its exact source; a value keeps that of the whole output. */
function cut(piece: Part, start: number, end: number): Part {
  const { source, inserted } = piece
  const copied = inserted === undefined && piece.end - piece.start === source.end - source.start
  if (!copied) return { ...piece, start, end }
  const offset = source.start - piece.start
  return { start, end, source: { start: start + offset, end: end + offset } }
}
