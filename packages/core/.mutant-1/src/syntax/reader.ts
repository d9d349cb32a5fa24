import { type TokenizationError, Tokenizer } from 'liquidjs'
import type { Span } from '../text/span.ts'

/** What LiquidJS objects to, and where it stood. */
export class Unreadable extends Error {
  readonly at: number
  readonly tooDeep: boolean

  constructor(message: string, at: number, tooDeep = false) {
    super(message)
    this.at = at
    this.tooDeep = tooDeep
  }
}

/**
 * LiquidJS's tokenizer over one source, moved from place to place by its public `p` and `N`.
 * Two things are made cheap, so that a hostile text of many faults is still read in linear time:
 * LiquidJS's errors copy the whole source, and its `readTo` searches the same stretch every time.
 */
export class Reader extends Tokenizer {
  readonly #found = new Map<string, { readonly from: number; readonly at: number }>()

  /** Whether a text is a template; for file names, which LiquidJS parses. */
  readonly parses: (text: string) => boolean
  /** The tag or output that is being read. */
  whole: Span

  constructor(input: string, parses: (text: string) => boolean) {
    super(input)
    this.whole = { start: 0, end: input.length }
    this.parses = parses
  }

  /** Confines reading to `span`, a part of `whole`. */
  within(span: Span, whole: Span): this {
    this.p = span.start
    this.N = span.end
    this.whole = whole
    return this
  }

  /** `input.indexOf(text, from)`, remembered. */
  find(text: string, from: number): number {
    const last = this.#found.get(text)
    if (last && last.from <= from && (last.at === -1 || from <= last.at)) return last.at
    const at = this.input.indexOf(text, from)
    this.#found.set(text, { from, at })
    return at
  }

  override readTo(end: string): number {
    if (this.p >= this.N) return -1
    const at = this.find(end, Math.max(this.p + 1 - end.length, 0))
    const found = at !== -1 && at + end.length <= this.N
    this.p = found ? at + end.length : this.N
    return found ? this.p : -1
  }

  override error(message: string, at: number = this.p): TokenizationError {
    return new Unreadable(message, at) as Error as TokenizationError
  }
}
