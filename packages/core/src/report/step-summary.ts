import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { weights } from '../lint/severity.ts'
import { Lines } from '../text/lines.ts'
import { escapeMarkdown } from './markup.ts'
import { counted, type Look, repositoryPath, summarise, summaryText } from './report.ts'
import { witnessText } from './witness.ts'

/**
 * The whole report as a table in GitHub Flavored Markdown, for the page of a run: annotations stop at ten.
 *
 * @param mostBytes what it may take in UTF-8; findings that do not fit are counted
 * @returns empty where nothing was found, or where not even the heading fits
 */
export type StepSummary = (files: readonly FileReport[], look: Look, mostBytes: number) => string

export const stepSummary: StepSummary = (files, look, mostBytes) => {
  const found = files.flatMap((file) => placed(file, look)).toSorted(heavierFirst)
  if (found.length === 0) return ''
  const head = [
    `### Codeword: ${summaryText(summarise(files))} in ${counted(files.length, 'file')}`,
    '',
    '| | where | rule | what happens | who is hit |',
    '| --- | --- | --- | --- | --- |',
  ]
  let room = mostBytes - bytes(head) - bytes([more(found.length)]) - 2
  if (room < 0) return ''
  const rows: string[] = []
  for (const place of found) {
    const row = rowOf(place)
    room -= bytes([row])
    if (room < 0) break
    rows.push(row)
  }
  const rest = found.length - rows.length
  return `${[...head, ...rows, ...(rest > 0 ? ['', more(rest)] : []), ''].join('\n')}\n`
}

interface Place {
  readonly path: string
  readonly line: number
  readonly diagnostic: Diagnostic
}

function placed(file: FileReport, look: Look): readonly Place[] {
  const lines = new Lines(file.diagnostics.length === 0 ? '' : file.text)
  const path = repositoryPath(file.path, look)
  return file.diagnostics.map((diagnostic) => ({
    path,
    line: lines.position(diagnostic.start).line,
    diagnostic,
  }))
}

const heavierFirst = (a: Place, b: Place): number =>
  weights[b.diagnostic.severity] - weights[a.diagnostic.severity]

function rowOf({ path, line, diagnostic }: Place): string {
  const { severity, rule, message, witness } = diagnostic
  const place = `${escapeMarkdown(path)} line ${line}`
  const hit = witness === undefined ? '' : escapeMarkdown(witnessText(witness))
  return `| ${[severity, place, rule, escapeMarkdown(message), hit].join(' | ')} |`
}

const more = (n: number): string => `and ${counted(n, 'more finding')}: the log has them all.`

/** Of lines with their ends, in UTF-8. */
const bytes = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + utf8Length(line) + 1, 0)

/** https://encoding.spec.whatwg.org/#utf-8-encoder; half a surrogate pair becomes U+FFFD. */
const utf8Length = (text: string): number =>
  Array.from(text).reduce((sum, character) => {
    const point = character.codePointAt(0)!
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)
