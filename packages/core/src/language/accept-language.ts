import type { Span } from '../text/span.ts'

/** What stands between two commas. The span is that of the whole element without outer blanks. */
export interface Element extends Span {
  /** As written; empty where nothing stands before the weight. */
  readonly tag: string
  /** The weight, 0 to 1. */
  readonly q: number
  /** True where anything follows the tag, a weight above all. */
  readonly parameters: boolean
}

/**
 * The comma elements of a value that is, or should be, an Accept-Language list (RFC 9110 section
 * 12.5.4), in written order, empty ones included. Takes every string; only spaces and tabs are
 * blanks, as in HTTP.
 *
 * The first `q` parameter counts. A weight that is no plain decimal number counts as 1, one above
 * 1 too: whoever writes `fr;q=high` wants French.
 */
export function parseAcceptLanguage(value: string): readonly Element[] {
  let next = 0
  return value.split(',').map((text) => {
    const { start, end } = trimmed(value, next, next + text.length)
    next += text.length + 1
    const element = value.slice(start, end)
    const semicolon = element.indexOf(';')
    const tagEnd = semicolon === -1 ? end : trimmed(value, start, start + semicolon).end
    return {
      tag: value.slice(start, tagEnd),
      q: semicolon === -1 ? 1 : weight(element.slice(semicolon)),
      parameters: semicolon !== -1,
      start,
      end,
    }
  })
}

function weight(parameters: string): number {
  const written = /;[ \t]*q[ \t]*=([^;]*)/i.exec(parameters)?.[1] ?? ''
  const number = /^[ \t]*(\d+(?:\.\d*)?|\.\d+)[ \t]*$/.exec(written)?.[1]
  return number === undefined ? 1 : Math.min(Number(number), 1)
}

/** The part of `from..to` without the spaces and tabs at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return { start, end }
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'
