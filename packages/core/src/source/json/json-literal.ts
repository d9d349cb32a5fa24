import { hostedText, unitCollector } from '../hosted-text.ts'
import type { HostedText } from '../source-file.ts'

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Decodes a JSON string literal and keeps the place of each UTF-16 unit.
 * https://www.rfc-editor.org/rfc/rfc8259#section-7
 *
 * @param host the file
 * @param start the offset of the opening quote
 * @param end the offset after the closing quote
 */
export function jsonLiteral(host: string, start: number, end: number): HostedText {
  const closed = end - start > 1 && host[end - 1] === '"'
  const last = closed ? end - 1 : end
  const units = unitCollector()
  for (let offset = start + 1; offset < last; ) {
    const { unit, length } = unitAt(host, offset)
    units.add(unit, offset)
    offset += length
  }
  const decoded = units.done(last)
  return hostedText(decoded, ({ start: from, end: to, text }) => ({
    start: decoded.places[from]!,
    end: decoded.places[to]!,
    text: JSON.stringify(text).slice(1, -1),
  }))
}

/** One UTF-16 unit and how many characters write it; a broken escape stands for itself. */
function unitAt(host: string, offset: number): { readonly unit: string; readonly length: number } {
  const plain = { unit: host[offset]!, length: 1 }
  if (plain.unit !== '\\') return plain
  const letter = host[offset + 1] ?? ''
  const simple = escapes[letter]
  if (simple !== undefined) return { unit: simple, length: 2 }
  const digits = host.slice(offset + 2, offset + 6)
  if (letter !== 'u' || !/^[\da-f]{4}$/i.test(digits)) return plain
  return { unit: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 }
}
