import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { Lines } from '../text/lines.ts'
import { heaviest } from './heaviest.ts'
import { escapeMarkdown } from './markup.ts'
import {
  counted,
  type Look,
  noFindings,
  repositoryPath,
  sum,
  summarise,
  summaryText,
} from './report.ts'
import { witnessText } from './witness.ts'

/**
 * The whole report as a table in GitHub Flavored Markdown, for the page of a run: annotations stop at ten.
 *
 * @param mostBytes what it may take in UTF-8; findings that do not fit are counted
 */
export type StepSummary = (look: Look, mostBytes: number) => StepSummaryWriter

export interface StepSummaryWriter {
  readonly add: (file: FileReport) => void
  /** @returns all of it; empty where nothing was found, or where not even the heading fits */
  readonly end: () => string
}

export const stepSummary: StepSummary = (look, mostBytes) => {
  let files = 0
  let summary = noFindings
  const rows = heaviest<string>(Math.max(0, Math.ceil(mostBytes / leastBytes)))
  return {
    add(file) {
      files++
      summary = sum(summary, summarise([file]))
      const lines = new Lines(file.diagnostics.length === 0 ? '' : file.text)
      const path = repositoryPath(file.path, look)
      for (const each of file.diagnostics) {
        rows.add(each.severity, rowOf(each, path, lines.position(each.start).line))
      }
    },
    end() {
      const heading = `### Codeword: ${summaryText(summary)} in ${counted(files, 'file')}`
      return table(heading, rows.kept(), rows.dropped(), mostBytes)
    },
  }
}

/** Of a row with nothing in its cells, and less. */
const leastBytes = 20

function table(
  heading: string,
  rows: readonly string[],
  dropped: number,
  mostBytes: number,
): string {
  const found = rows.length + dropped
  if (found === 0) return ''
  const head = [
    heading,
    '',
    '| | where | rule | what happens | who is hit |',
    '| --- | --- | --- | --- | --- |',
  ]
  let room = mostBytes - bytes(head) - bytes([more(found)]) - 2
  if (room < 0) return ''
  const shown: string[] = []
  for (const row of rows) {
    room -= bytes([row])
    if (room < 0) break
    shown.push(row)
  }
  const rest = found - shown.length
  return `${[...head, ...shown, ...(rest > 0 ? ['', more(rest)] : []), ''].join('\n')}\n`
}

function rowOf(diagnostic: Diagnostic, path: string, line: number): string {
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
