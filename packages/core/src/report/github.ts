import type { Diagnostic, Severity } from '../lint/diagnostic.ts'
import { severities } from '../lint/severity.ts'
import { Lines } from '../text/lines.ts'
import { visible } from '../text/visible.ts'
import { inert } from './inert.ts'
import { docsOf, type Format, repositoryPath } from './report.ts'
import { statementLines } from './witness.ts'

/** GitHub shows this many annotations of each level for one step and drops the rest without a word. */
const shownPerLevel = 10

/** Severity → command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/**
 * Annotations on a pull request: GitHub workflow commands, errors first. What GitHub would drop stands
 * below a line that says so, as plain lines of the log.
 */
export const github: Format = (look) => {
  const found: Readonly<Record<Severity, string[]>> = { error: [], warning: [], info: [] }
  return {
    add(file) {
      if (file.diagnostics.length === 0) return ''
      const lines = new Lines(file.text)
      const path = repositoryPath(file.path, look)
      for (const diagnostic of file.diagnostics) {
        const written = found[diagnostic.severity]
        const line = written.length < shownPerLevel ? annotation : logLine
        written.push(`${line({ path, diagnostic, lines })}\n`)
      }
      return ''
    },
    end: () => severities.flatMap((severity) => withRest(found[severity], severity)),
  }
}

function withRest(lines: readonly string[], severity: Severity): readonly string[] {
  const rest = lines.slice(shownPerLevel)
  if (rest.length === 0) return lines
  const heading = `${rest.length} more of severity ${severity}:\n`
  return [...lines.slice(0, shownPerLevel), heading, ...rest]
}

interface Place {
  readonly path: string
  readonly diagnostic: Diagnostic
  readonly lines: Lines
}

function annotation({ path, diagnostic, lines }: Place): string {
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
  return `::${commands[diagnostic.severity]} ${list.join(',')}::${data(body(diagnostic))}`
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
