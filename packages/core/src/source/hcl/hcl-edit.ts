import type { Edit } from '../../text/span.ts'
import { edited } from '../hosted-text.ts'
import { type HclLiteral, heredocLiteral, quotedLiteral } from './hcl-literal.ts'

/**
 * An edit of a text as an edit of the file, the smallest that Terraform reads as it should.
 * @returns undefined where Terraform can have no such text: half an emoji, a letter and an accent apart
 */
export function hclEdit(host: string, literal: HclLiteral, edit: Edit): Edit | undefined {
  const { start, end, units } = literal
  const wanted = edited(units.text, edit)
  for (const candidate of hclEdits(host, literal, edit, wanted)) {
    const grown = candidate.text.length - (candidate.end - candidate.start)
    const written = edited(host, candidate).slice(start, end + grown)
    const read = readAlone(written)
    const isWhole = read?.end === written.length && read.problem === undefined
    if (isWhole && read.interpolation === undefined && read.units.text === wanted) return candidate
  }
  return undefined
}

/** A literal with what always follows one. */
const readAlone = (written: string): HclLiteral | undefined =>
  written.startsWith('<<') ? heredocLiteral(`${written}\n`, 0) : quotedLiteral(written, 0)

function* hclEdits(
  host: string,
  { start, end, units: { places }, heredoc }: HclLiteral,
  edit: Edit,
  wanted: string,
): Iterable<Edit> {
  const inPlace = { start: places[edit.start]!, end: places[edit.end]! }
  if (heredoc === undefined) yield { ...inPlace, text: quoted(edit.text).slice(1, -1) }
  else {
    const lineEnd = /\r?\n/.exec(host.slice(start))?.[0] ?? '\n'
    yield {
      ...inPlace,
      text: inHeredoc(edit.text, heredoc.indent, lineEnd, edit.end === places.length - 1),
    }
  }
  yield { start, end, text: quoted(wanted) }
}

/** The lines after the first, indented, those apart that stay empty. */
function inHeredoc(text: string, indent: number, lineEnd: string, isLast: boolean): string {
  const lines = text.replace(/([$%])\{/g, '$1$1{').split('\n')
  const margin = ' '.repeat(indent)
  const isBare = (line: string, index: number): boolean =>
    index === 0 || (line === '' && (index < lines.length - 1 || isLast))
  return lines.map((line, index) => (isBare(line, index) ? line : margin + line)).join(lineEnd)
}

/** Of several signs before a brace only the last may stand as it is: the others would escape it. */
const quoted = (text: string): string => {
  const written = text.replace(
    /([$%]*)([$%])\{|["\\\p{Cc}\u2028\u2029\ufeff]/gu,
    (found, before?: string, sign?: string) => {
      if (sign === undefined) return short[found] ?? unicode(found)
      return `${[...(before ?? '')].map(unicode).join('')}${sign}${sign}{`
    },
  )
  return `"${written}"`
}

const short: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
}

const unicode = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
