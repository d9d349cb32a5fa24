import type { Edit } from '../../text/span.ts'
import { edited } from '../hosted-text.ts'
import { breakAt } from './flow-scalar.ts'
import type { ScalarSource } from './yaml-scalar.ts'

/**
 * The ways to say an edit of a scalar in its host, the smallest change first. Whether one says what it
 * should is for `provenYaml` to find out: what a line end or a blank means depends on what is around it.
 */
export function* yamlEdits(host: string, source: ScalarSource, edit: Edit): Iterable<Edit> {
  const { start, end, units, block } = source
  const text = edited(units.text, edit)
  if (isAgreed(text)) {
    // Without quotes, auth0-deploy-cli's keywords are something else.
    const isPlain = source.style !== 'plain' || !/^@|##/.test(text)
    const inserted = isPlain ? inStyle(host, source, edit) : undefined
    const [from, to] = [units.places[edit.start]!, units.places[edit.end]!]
    if (inserted !== undefined) yield { start: from, end: to, text: inserted }
    const literal = block && literalBlock(host, block, text)
    if (literal !== undefined) yield { start, end, text: literal }
  }
  const endsLine = block !== undefined && host[end - 1] === '\n'
  yield { start, end, text: doubleQuoted(text) + (endsLine ? lineEndOf(host) : '') }
}

/** Readers differ on blocks of nothing but blanks, and half an emoji is no text in any file. */
const isAgreed = (text: string): boolean => /\S/.test(text) && !/\p{Cs}/u.test(text)

/** What is put into a scalar, written as its style has it; undefined where the style cannot. */
function inStyle(host: string, source: ScalarSource, { end, text }: Edit): string | undefined {
  if (source.style === 'double') return doubleQuoted(text).slice(1, -1)
  if (!isPrintable(text)) return undefined
  if (source.block === undefined) {
    if (text.includes('\n')) return undefined
    return source.style === 'single' ? text.replaceAll("'", "''") : text
  }
  if (source.block.header.folded && text.includes('\n')) return undefined
  const { places } = source.units
  const endsLine = end === places.length - 1 || breakAt(host, places[end]!) > 0
  return indented(text, source.block.indent, lineEndOf(host), endsLine)
}

/** The lines after the first, indented, those apart that stay empty. */
function indented(text: string, indent: number, lineEnd: string, endsLine: boolean): string {
  const [first, ...lines] = text.split('\n')
  const isEmpty = (line: string, index: number): boolean =>
    line === '' && (index < lines.length - 1 || endsLine)
  const margin = ' '.repeat(Math.max(0, indent))
  const rest = lines.map((line, index) => lineEnd + (isEmpty(line, index) ? '' : margin) + line)
  return first + rest.join('')
}

/** The whole text as a literal block; undefined where that cannot hold it. */
function literalBlock(
  host: string,
  { header, parentIndent, indent }: NonNullable<ScalarSource['block']>,
  text: string,
): string | undefined {
  const content = text.replace(/\n+$/, '')
  if (content === '' || !isPrintable(text)) return undefined
  const columns = Math.max(1, header.indentation ?? indent - Math.max(0, parentIndent))
  if (columns > 9) return undefined
  const lineEnd = lineEndOf(host)
  const trailing = text.length - content.length
  const indicator = /^[ \n]/.test(content) ? columns : ''
  const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+'
  const margin = ' '.repeat(parentIndent + columns)
  const lines = content.split('\n').map((line) => (line === '' ? '' : margin + line))
  return `|${indicator}${chomping}${lineEnd}${lines.join(lineEnd)}${lineEnd.repeat(Math.max(1, trailing))}`
}

/**
 * JSON's escapes are YAML's, too; but more characters may not stand for themselves.
 * https://yaml.org/spec/1.2.2/#51-character-set
 */
const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/** Whether a text can stand in YAML without escapes. */
const isPrintable = (text: string): boolean =>
  !/[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(
    text,
  )

const lineEndOf = (host: string): string => (/\r?\n/.exec(host)?.[0] === '\r\n' ? '\r\n' : '\n')
