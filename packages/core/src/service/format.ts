import { formatSource } from '../format/format-source.ts'
import { type ServiceDocument, textEdit } from './document.ts'
import type { TextEdit } from './protocol.ts'

/**
 * The canonical layout of the tags of a document, which changes no rendered byte.
 * @returns one edit of what is to change; none where nothing is
 */
export async function format(document: ServiceDocument): Promise<readonly TextEdit[]> {
  const before = document.source.text
  const { source } = await formatSource(document.source)
  const after = source.text
  if (after === before) return []
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const text = after.slice(start, after.length - tail)
  return [textEdit(document, { start, end: before.length - tail, text })]
}
