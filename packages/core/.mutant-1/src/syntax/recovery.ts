import { isBlank, skipBlanks } from './blank.ts'

/** Where a `{%` or `{{` was probably meant to end. */
export interface Cut {
  /** The end of its content. */
  readonly content: number
  /** Where reading goes on. */
  readonly end: number
}

const isOpening = (source: string, at: number): boolean =>
  source[at] === '{' && (source[at + 1] === '%' || source[at + 1] === '{')

/** The offset of the next `{%` or `{{` from `start` on, or the length of the source. */
export const nextDelimiter = (source: string, start: number): number => {
  let at = source.indexOf('{', start)
  while (at !== -1 && !isOpening(source, at)) at = source.indexOf('{', at + 1)
  return at === -1 ? source.length : at
}

/** The end of the quoted text at `at` if it is closed on its line, else `at` itself. */
const endOfQuoted = (source: string, at: number, limit: number): number => {
  for (let end = at + 1; end < limit && source[end] !== '\n'; end++) {
    if (source[end] === source[at]) return end
  }
  return at
}

/**
 * Guesses where a delimiter that is never closed, or that runs on over the next one, was meant to
 * end: at the first `}`, next delimiter or line end outside closed quotes.
 * @param start offset of the `{%` or `{{`; `limit` is where to stop at the latest.
 */
export const cutShort = (source: string, start: number, limit: number): Cut => {
  let at = skipBlanks(source, start + 2, limit)
  for (; at < limit; at++) {
    const character = source[at]
    if (character === '}') {
      const content = source[at - 1] === '%' && at - 1 > start + 1 ? at - 1 : at
      return { content, end: source[at + 1] === '}' && at + 1 < limit ? at + 2 : at + 1 }
    }
    if (character === '\n' || character === '\r' || isOpening(source, at)) break
    if (character === "'" || character === '"') at = endOfQuoted(source, at, limit)
  }
  let content = at
  while (content > start + 2 && isBlank(source.charCodeAt(content - 1))) content--
  if (source[content - 1] === '%' && content - 1 > start + 1) content--
  return { content, end: at }
}

/**
 * For each offset outside quotes, the end of the output that is being read there: after the next
 * `}}` outside quotes as LiquidJS's `readOutputToken` finds it, or -1. One pass from the end, so
 * that many unclosed outputs cost no more than one.
 */
export const outputEnds = (source: string): Int32Array => {
  const ends = new Int32Array(source.length + 2).fill(-1)
  // The same for offsets inside '…' and "…", one and two characters further on.
  let [single, single2, double, double2] = [-1, -1, -1, -1]
  for (let at = source.length - 1; at >= 0; at--) {
    const character = source[at]
    const next = ends[at + 1]!
    let [outside, inSingle, inDouble] = [next, single, double]
    if (character === '}' && source[at + 1] === '}') outside = at + 2
    else if (character === "'") [outside, inSingle] = [single, next]
    else if (character === '"') [outside, inDouble] = [double, next]
    else if (character === '\\') [inSingle, inDouble] = [single2, double2]
    ends[at] = outside
    single2 = single
    double2 = double
    single = inSingle
    double = inDouble
  }
  return ends
}
