import type { Diagnostic, Severity } from '../lint/diagnostic.ts'
import { Lines } from '../text/lines.ts'
import { visible } from '../text/visible.ts'
import { inert } from './inert.ts'
import { docsOf, type Format, repositoryPath } from './report.ts'
import { statementLines } from './witness.ts'

/** GitHub shows this many annotations of each level for one step and drops the rest without a word. */
const shownPerLevel = 10

/** Severity → command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const levels: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
]

/**
 * Annotations on a pull request: GitHub workflow commands, errors first. What GitHub would drop stands
 * below a line that says so, as plain lines of the log.
 */
export const github: Format = (files, look) => {
  const places = files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map((file) => ({ file, lines: new Lines(file.text) }))
  return levels
    .flatMap(([severity, command]) => {
      const found = places.flatMap(({ file, lines }) =>
        file.diagnostics
          .filter((diagnostic) => diagnostic.severity === severity)
          .map((diagnostic) => ({ path: repositoryPath(file.path, look), diagnostic, lines })),
      )
      const rest = found.slice(shownPerLevel)
      return [
        ...found.slice(0, shownPerLevel).map((place) => annotation(place, command)),
        ...(rest.length === 0 ? [] : [`${rest.length} more of severity ${severity}:`]),
        ...rest.map(logLine),
      ]
    })
    .map((line) => `${line}\n`)
    .join('')
}

interface Place {
  readonly path: string
  readonly diagnostic: Diagnostic
  readonly lines: Lines
}

function annotation({ path, diagnostic, lines }: Place, command: string): string {
  const start = lines.position(diagnostic.start)
  const end = lines.position(diagnostic.end)
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // Columns of annotations over several lines are ignored.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: diagnostic.rule,
  }
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${command} ${list.join(',')}::${data(body(diagnostic))}`
}

function logLine({ path, diagnostic, lines }: Place): string {
  const { line, column } = lines.position(diagnostic.start)
  const place = `${visible(path)}:${line}:${column}`
  return inert(`${place} ${diagnostic.rule}: ${visible(diagnostic.message)}`)
}

const body = (diagnostic: Diagnostic): string =>
  [...statementLines(diagnostic), docsOf(diagnostic.rule)].join('\n')

/** The escapes of actions/toolkit, packages/core/src/command.ts. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
