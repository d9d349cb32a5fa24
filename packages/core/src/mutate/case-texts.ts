import type { Span } from '../text/span.ts'
import type { NewCase } from './new-cases.ts'

/** `\r\n` where the text has it. */
export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/**
 * Cases as further items of a list in brackets: each on lines of its own where the last one begins a line, else all in
 * one.
 * @param last where the last item stands
 */
export function listedCases(cases: readonly NewCase[], text: string, last: Span): string {
  const margin = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, last.start))?.[1]
  if (margin === undefined) return cases.map((one) => `, ${JSON.stringify(one)}`).join('')
  const lineEnd = lineEndOf(text)
  const step = margin.includes('\t') ? '\t' : 2
  const isOneLine = !text.slice(last.start, last.end).includes('\n')
  return cases
    .map((one) => {
      const json = isOneLine ? JSON.stringify(one) : JSON.stringify(one, null, step)
      return `,${lineEnd}${margin}${json.replaceAll('\n', `${lineEnd}${margin}`)}`
    })
    .join('')
}
