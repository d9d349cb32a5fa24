import type { Span } from '../text/span.ts'
import type { NewCase } from './new-cases.ts'

/** `\r\n` where the text has it. */
export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** Cases as lines of YAML, each with its line end, indented by so many columns. */
export async function blockCases(
  cases: readonly NewCase[],
  indent: number,
  lineEnd: string,
): Promise<string> {
  const { Document, isMap } = await import('yaml')
  const margin = ' '.repeat(indent)
  const linesOf = (one: NewCase): readonly string[] => {
    const document = new Document([one])
    for (const key of ['headers', 'variables']) {
      const inner = document.getIn([0, key])
      if (isMap(inner)) inner.flow = true
    }
    return document.toString({ lineWidth: 0, blockQuote: false }).trimEnd().split('\n')
  }
  return cases
    .flatMap(linesOf)
    .map((line) => `${margin}${line}${lineEnd}`)
    .join('')
}

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
