import type { Position, Span } from './span.ts'

/** Finds lines and columns in one text. Lines end at LF, CRLF or a lone CR, as editors show them. */
export class Lines {
  readonly #starts: readonly number[]
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)]
  }

  /** The place of a UTF-16 offset; offsets past the end give the end. */
  position(offset: number): Position {
    const wanted = Math.min(Math.max(offset, 0), this.#text.length)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= wanted) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: wanted - this.#starts[low]! + 1 }
  }

  /** The text of a line (from 1) without its line end. */
  line(number: number): string {
    const { start, end } = this.span(number)
    return this.#text.slice(start, end)
  }

  /** The span of a line (from 1) without its line end. */
  span(number: number): Span {
    const start = this.#starts[number - 1] ?? this.#text.length
    const next = this.#starts[number] ?? this.#text.length
    return { start, end: start + this.#text.slice(start, next).replace(/[\r\n]+$/, '').length }
  }
}
