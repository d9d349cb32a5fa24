import type { CheckedFile, FileReport } from '../check/lint-source.ts'
import type { OpenTemplate } from '../check/open-template.ts'
import type { Analysis, Outcome } from '../decide/analysis.ts'
import { isBlank } from '../decide/message.ts'
import type { Diagnostic } from '../lint/diagnostic.ts'
import { severities } from '../lint/severity.ts'
import type { Profile } from '../profile/profile.ts'
import { wrap } from '../text/columns.ts'
import { Lines } from '../text/lines.ts'
import { visible } from '../text/visible.ts'
import { inert } from './inert.ts'
import { messageRows, sizeText } from './message-rows.ts'
import { counted, type Look, placeOf, styleOf, summarise, summaryText } from './report.ts'
import { readers } from './value-names.ts'
import { emptyMessage } from './witness.ts'

/** More messages are counted, not shown: the overview is for one screen. */
const mostMessages = 24

/** The same for programs; loaded only where it is asked for. */
export const overviewJson = async (files: readonly CheckedFile[]): Promise<string> =>
  (await import('./overview-json.ts')).overviewJson(files)

/** Who reads what, and what is wrong: each message with the values that get it, then the findings. */
export function overview(file: FileReport, templates: readonly OpenTemplate[], look: Look): string {
  const blocks = [
    ...templates.flatMap((opened) => templateBlocks(file, opened, look)),
    ...findings(file, look),
    conclusion(file, templates, look),
  ]
  return inert(`${blocks.map((block) => block.join('\n')).join('\n\n')}\n`)
}

type Block = readonly string[]

function templateBlocks(file: FileReport, opened: OpenTemplate, look: Look): readonly Block[] {
  const { profile } = opened
  const analysis = opened.analysis()
  const place = look.paint('strong', visible(placeOf(file.path, opened.embedded)))
  const heading = [`${place}  ${look.paint('faint', `${profile.title} (${profile.name})`)}`]
  if (analysis === undefined) return [heading, ['  No message: Liquid rejects this template.']]
  const shown = analysis.outcomes.slice(0, mostMessages)
  const rest = analysis.outcomes.length - shown.length
  return [
    heading,
    ...shown.map((outcome) => message(outcome, analysis, profile, look)),
    ...(rest > 0 ? [[look.paint('faint', `  and ${counted(rest, 'more message')}`)]] : []),
  ]
}

function message(outcome: Outcome, analysis: Analysis, profile: Profile, look: Look): Block {
  const { paint, width } = look
  const { text } = outcome.rendered
  const bar = paint('faint', '│')
  const who = wrap(readersOf(outcome, analysis), width - 2).map((row) => `  ${row}`)
  if (isBlank(text)) return [...who, `  ${bar} ${paint('error', emptyMessage(text))}`]
  return [
    ...who,
    ...messageRows(text, look, width - 4).map((row) => `  ${bar} ${row}`.trimEnd()),
    `  ${paint('faint', `╰ ${sizeText(text, profile)}`)}`,
  ]
}

/** The most important first. */
function findings({ diagnostics, text, path }: FileReport, look: Look): readonly Block[] {
  const lines = new Lines(text)
  return severities.flatMap((severity) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map((diagnostic) => finding(diagnostic, lines, path, look)),
  )
}

function finding(diagnostic: Diagnostic, lines: Lines, path: string, look: Look): Block {
  const { severity, rule, start } = diagnostic
  const { line, column } = lines.position(start)
  const [first, ...rest] = wrap(visible(diagnostic.message), look.width - severity.length - 2)
  const indent = ' '.repeat(severity.length + 2)
  return [
    `${look.paint(severity, severity)}  ${first}`,
    ...rest.map((row) => `${indent}${row}`),
    `${indent}${look.paint('faint', `${visible(path)}:${line}:${column} ${rule}`)}`,
  ]
}

function conclusion(file: FileReport, templates: readonly OpenTemplate[], { paint }: Look): Block {
  const summary = summarise([file])
  const searched = templates.some(({ analysis }) => analysis()?.method === 'search')
  const doubt = searched ? paint('faint', ' (searched, not proved)') : ''
  return [paint(styleOf(summary), summaryText(summary)) + doubt]
}

const readersOf = (outcome: Outcome, analysis: Analysis): string =>
  analysis.outcomes.length === 1 ? 'everybody' : readers(outcome, analysis)
