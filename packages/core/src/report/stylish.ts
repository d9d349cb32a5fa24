import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { wrap } from '../text/columns.ts'
import { Lines } from '../text/lines.ts'
import { visible } from '../text/visible.ts'
import { codeFrame } from './frame.ts'
import { inert } from './inert.ts'
import {
  counted,
  docsOf,
  type Format,
  type Look,
  noFindings,
  styleOf,
  sum,
  summarise,
  summaryText,
} from './report.ts'
import { mayShow, shownText } from './shown.ts'
import { witnessText } from './witness.ts'

/** For people at a terminal: each finding with the source, who is hit, and where to read on. */
export const stylish: Format = (look) => {
  let files = 0
  let summary = noFindings
  const profiles = new Set<string>()
  return {
    add(file) {
      files++
      summary = sum(summary, summarise([file]))
      if (file.profile !== undefined) profiles.add(file.profile)
      return inert(
        fileBlocks(file, look)
          .map((block) => `${block}\n\n`)
          .join(''),
      )
    },
    end() {
      const text = `${summaryText(summary)} in ${counted(files, 'file')}`
      // The profiles are inferred, hence always said.
      const inferred = profiles.size === 0 ? '' : ` (${[...profiles].join(', ')})`
      return [`${look.paint(styleOf(summary), text)}${inferred}\n`]
    },
  }
}

function fileBlocks(file: FileReport, look: Look): readonly string[] {
  if (file.diagnostics.length === 0) return []
  const lines = new Lines(shownText(file))
  return file.diagnostics.map((diagnostic) => findingBlock(file, diagnostic, lines, look))
}

function findingBlock(
  file: FileReport,
  diagnostic: Diagnostic,
  lines: Lines,
  { paint, width }: Look,
): string {
  const { line, column } = lines.position(diagnostic.start)
  const place = paint('strong', `${visible(file.path)}:${line}:${column}`)
  const severity = paint(diagnostic.severity, diagnostic.severity)
  const indented = (text: string): readonly string[] =>
    wrap(visible(text), width - 2).map((row) => `  ${row}`)
  const note = (text: string): readonly string[] => indented(text).map((row) => paint('faint', row))
  const frame = mayShow(file, diagnostic)
    ? codeFrame(lines, diagnostic, { paint, style: diagnostic.severity, width: width - 2 })
    : []
  return [
    `${place} ${severity} ${paint('faint', diagnostic.rule)}`,
    ...indented(diagnostic.message),
    ...frame.map((row) => `  ${row}`),
    ...(diagnostic.witness === undefined ? [] : note(witnessText(diagnostic.witness))),
    ...note(docsOf(diagnostic.rule)),
  ].join('\n')
}
