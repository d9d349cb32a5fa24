import { type UnitCollector, type Units, unitCollector } from '../hosted-text.ts'

/** https://yaml.org/spec/1.2.2/#57-escaped-characters */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}

const digitsOf: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

export type FlowStyle = 'plain' | 'single' | 'double'

/**
 * Decodes a plain or quoted scalar. https://yaml.org/spec/1.2.2/#73-flow-scalar-styles
 *
 * @param start the offset of its first character, the quote if it has one
 * @param end the offset after its last character
 */
export function flowScalar(host: string, start: number, end: number, style: FlowStyle): Units {
  const quotes = style === 'plain' ? 0 : 1
  const last = end - quotes
  const units = unitCollector()
  /** How much of the text may not be trimmed before a line end: what escapes wrote stays. */
  let solid = 0
  for (let offset = start + quotes; offset < last; ) {
    const character = host[offset]!
    if (breakAt(host, offset) > 0) {
      offset = fold(host, offset, last, units, solid)
    } else if (style === 'double' && character === '\\') {
      offset = unescaped(host, offset, last, units)
      solid = units.length()
    } else {
      units.add(character, offset)
      if (character !== ' ' && character !== '\t') solid = units.length()
      offset += style === 'single' && character === "'" ? 2 : 1
    }
  }
  return units.done(last)
}

/** The length of the line end at an offset; 0 where there is none. */
export const breakAt = (host: string, offset: number): number =>
  host[offset] === '\n' ? 1 : host[offset] === '\r' && host[offset + 1] === '\n' ? 2 : 0

/** One line end is a space; of several the first one is lost. White space around them is, too. */
function fold(
  host: string,
  start: number,
  last: number,
  units: UnitCollector,
  solid: number,
): number {
  units.cut(solid)
  const breaks: number[] = []
  let offset = start
  while (offset < last) {
    const length = breakAt(host, offset)
    if (length > 0) breaks.push(offset)
    else if (host[offset] !== ' ' && host[offset] !== '\t') break
    offset += length || 1
  }
  if (breaks.length === 1) units.add(' ', start)
  for (const place of breaks.slice(1)) units.add('\n', place)
  return offset
}

/** A line end after a backslash writes nothing, nor does the white space that follows. */
function unescaped(host: string, start: number, last: number, units: UnitCollector): number {
  const letter = host[start + 1] ?? ''
  if (breakAt(host, start + 1) > 0) {
    let offset = start + 1
    while (offset < last && /[ \t\r\n]/.test(host[offset]!)) offset++
    return offset
  }
  const digits = host.slice(start + 2, start + 2 + (digitsOf[letter] ?? 0))
  if (digits !== '') units.add(String.fromCodePoint(Number.parseInt(digits, 16)), start)
  else units.add(escapes[letter] ?? letter, start)
  return start + 2 + digits.length
}
