import { type Span, spanOf } from '../../text/span.ts'
import { type UnitCollector, type Units, unitCollector } from '../hosted-text.ts'
import { composed } from './composed.ts'
import { afterSequence } from './sequence.ts'

/** A quoted text or a heredoc. */
export interface HclLiteral extends Span {
  readonly units: Units
  /** `<<EOT`, `<<-EOT`; absent for quoted texts. */
  readonly heredoc?: { readonly marker: string; readonly indent: number }
  /** The first `${…}` or `%{…}`: what the text will be, only Terraform knows. */
  readonly interpolation?: Span
  /** What Terraform refuses. */
  readonly problem?: Span & { readonly message: string }
}

type Part = Pick<HclLiteral, 'interpolation' | 'problem'> & { readonly end: number }

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
}

/**
 * Decodes a quoted text.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#quoted-templates
 * @param start the offset of the opening quote
 */
export function quotedLiteral(host: string, start: number): HclLiteral {
  const units = unitCollector()
  let found: Omit<Part, 'end'> = {}
  let offset = start + 1
  while (offset < host.length && !/["\r\n]/.test(host[offset]!)) {
    const part = host[offset] === '\\' ? escapeAt(host, offset, units) : partAt(host, offset, units)
    found = { ...part, ...found }
    offset = part.end
  }
  if (host[offset] === '"') {
    return { start, end: offset + 1, units: composed(units.done(offset)), ...foundIn(found) }
  }
  const message = 'the closing quote of this text is missing; a line end is written \\n'
  const problem = { ...spanOf(start, offset), message }
  return { start, end: offset, units: units.done(offset), problem }
}

/**
 * Decodes a heredoc.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#heredoc-templates
 * @param start the offset of `<<`
 * @returns undefined where none begins
 */
export function heredocLiteral(host: string, start: number): HclLiteral | undefined {
  const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy
  opening.lastIndex = start
  const [head, flush, marker] = opening.exec(host) ?? []
  if (head === undefined || marker === undefined) return undefined
  const first = start + head.length
  const closing = closingLine(host, first, marker)
  const indent = flush === '-' ? commonIndent(host.slice(first, closing.start)) : 0
  const units = unitCollector()
  let found: Omit<Part, 'end'> = {}
  for (let offset = first; offset < closing.start; ) {
    const isLineStart = host[offset - 1] === '\n'
    if (isLineStart && !isBlank(host, offset)) offset += indent
    if (offset >= closing.start) break
    const part = partAt(host, offset, units)
    found = { ...part, ...found }
    offset = part.end
  }
  const problem = closing.problem && {
    ...spanOf(start, start + head.trimEnd().length),
    message: closing.problem,
  }
  return {
    ...spanOf(start, closing.end),
    units: composed(units.done(closing.start)),
    heredoc: { marker, indent },
    ...foundIn({ ...found, ...(problem && { problem }) }),
  }
}

const foundIn = ({ interpolation, problem }: Omit<Part, 'end'>): Omit<Part, 'end'> => ({
  ...(interpolation !== undefined && { interpolation }),
  ...(problem !== undefined && { problem }),
})

function escapeAt(host: string, start: number, units: UnitCollector): Part {
  const letter = host[start + 1] ?? ''
  const simple = escapes[letter]
  if (simple !== undefined) {
    units.add(simple, start)
    return { end: start + 2 }
  }
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0
  const digits = host.slice(start + 2, start + 2 + length)
  const code = /^[\da-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  if (digits.length === length && isCharacter) {
    units.add(String.fromCodePoint(code), start)
    return { end: start + 2 + length }
  }
  units.add('\\', start)
  const message = 'this text has a backslash that Terraform does not know; \\\\ writes one'
  return { end: start + 1, problem: { ...spanOf(start, start + 2), message } }
}

/** Anything but a backslash escape: `$${` is `${`, a `${` of its own begins an interpolation. */
function partAt(host: string, start: number, units: UnitCollector): Part {
  const sign = host[start]!
  let end = start + 1
  if (sign === '$' || sign === '%') {
    while (host[end] === sign) end++
    if (host[end] === '{') {
      if (end - start === 2) {
        units.add(sign, start)
        units.add('{', end)
        return { end: end + 1 }
      }
      // Of more signs in a row Terraform's scanner and its decoder have different views.
      const after = afterSequence(host, end + 1) ?? host.length
      return { end: after, interpolation: spanOf(end - 1, after) }
    }
  }
  for (let offset = start; offset < end; offset++) units.add(sign, offset)
  const isLoneReturn = sign === '\r' && host[end] !== '\n'
  const message = 'a line end of this text lacks its second half'
  return { end, ...(isLoneReturn && { problem: { ...spanOf(start, end), message } }) }
}

interface ClosingLine extends Span {
  readonly problem?: string
}

/** The line with nothing but the marker; lines inside of an interpolation do not count. */
function closingLine(host: string, first: number, marker: string): ClosingLine {
  for (let offset = first; offset < host.length; ) {
    const next = host.indexOf('\n', offset)
    const lineEnd = next === -1 ? host.length : next
    const line = host.slice(offset, lineEnd)
    if (line.trim() === marker && next !== -1) {
      return { start: offset, end: offset + line.trimEnd().length }
    }
    offset = afterLine(host, offset, lineEnd)
  }
  return { ...spanOf(host.length, host.length), problem: `no line of its own says ${marker}` }
}

/** Where the next line begins that is not a part of an interpolation. */
function afterLine(host: string, start: number, end: number): number {
  let lineEnd = end
  for (let offset = start; offset < lineEnd; offset++) {
    const sign = host[offset]
    if ((sign !== '$' && sign !== '%') || host[offset + 1] !== '{') continue
    if (host[offset - 1] === sign && offset > start) continue
    offset = (afterSequence(host, offset + 2) ?? host.length) - 1
    if (offset >= lineEnd) lineEnd = lineEndFrom(host, offset)
  }
  return lineEnd + 1
}

const lineEndFrom = (host: string, offset: number): number => {
  const found = host.indexOf('\n', offset)
  return found === -1 ? host.length : found
}

/** What Go's unicode.IsSpace takes for white space, line ends apart. */
const space = /[\t\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

const isBlank = (host: string, start: number): boolean =>
  leading(host, start) + start === lineEndFrom(host, start)

function leading(host: string, start: number): number {
  let offset = start
  while (offset < host.length && space.test(host[offset]!)) offset++
  return offset - start
}

/** What all lines are indented, those apart that are blank. */
function commonIndent(lines: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let offset = 0; offset < lines.length; offset = lineEndFrom(lines, offset) + 1) {
    if (!isBlank(lines, offset)) least = Math.min(least, leading(lines, offset))
  }
  return Number.isFinite(least) ? least : 0
}
