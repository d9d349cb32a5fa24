/** A half-open range of UTF-16 offsets: `source.slice(span.start, span.end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place as people and CI formats count it: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Replaces `start..end` of a text with `text`. */
export interface Edit extends Span {
  readonly text: string
}

export const spanOf = (start: number, end: number): Span => ({ start, end })

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const textOf = (source: string, span: Span): string => source.slice(span.start, span.end)
