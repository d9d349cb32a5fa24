import type { Diagnostic, Fix } from '../lint/diagnostic.ts'
import { inSourceOrder, lintConnection, lintTemplate } from '../lint/lint.ts'
import { rules } from '../rules/index.ts'
import type { EmbeddedTemplate, SourceFile } from '../source/source-file.ts'
import { lazy } from '../text/lazy.ts'
import { Lines } from '../text/lines.ts'
import type { Position, Span } from '../text/span.ts'
import { type OpenTemplate, openTemplate } from './open-template.ts'
import type { CheckOptions } from './options.ts'

/** What was found in one file. */
export interface FileReport {
  readonly path: string
  readonly text: string
  /** Where its templates stand; the rest of the file is nobody's business. */
  readonly templates: readonly Span[]
  /** Name of the profile of the file's (first) template; absent where it holds none. */
  readonly profile?: string
  /** With offsets of the file, in source order. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A file that was linted, with its templates. */
export interface CheckedFile {
  readonly report: FileReport
  readonly opened: readonly OpenTemplate[]
}

/** Runs every rule over the templates and connections of one file; none asks for `best-language`. */
export const lintSource = (source: SourceFile, options: CheckOptions = {}): FileReport =>
  reportOn(
    source,
    source.templates.map((embedded) => openTemplate(embedded, options, ['best-language'])),
    options,
  )

/** The same over templates that are open already. */
export function reportOn(
  source: SourceFile,
  opened: readonly OpenTemplate[],
  options: CheckOptions = {},
): FileReport {
  return {
    path: source.path,
    text: source.text,
    templates: source.templates.map(({ text, toHost }) => ({
      start: toHost(0),
      end: toHost(text.length),
    })),
    ...(opened[0] && { profile: opened[0].profile.name }),
    diagnostics: diagnosticsOf(source, opened, options),
  }
}

function diagnosticsOf(
  source: SourceFile,
  opened: readonly OpenTemplate[],
  options: CheckOptions,
): readonly Diagnostic[] {
  const lines = lazy(() => new Lines(source.text))
  const inTemplates = opened.flatMap(({ template, profile, analysis, embedded, options: own }) => {
    const { surroundings } = embedded
    const position = (offset: number): Position => lines().position(embedded.toHost(offset))
    const said = {
      ...(own.segmentLimit !== undefined && { segmentLimit: own.segmentLimit }),
      ...(own.tenant !== undefined && { tenant: own.tenant }),
    }
    const context = { template, profile, surroundings, position, analysis, ...said }
    return lintTemplate(context, rules, own.severities).map((found) => inHost(found, embedded))
  })
  const inConnections = source.connections.flatMap((connection) =>
    lintConnection(connection, rules, options.severities),
  )
  return [...inConnections, ...inTemplates].sort(inSourceOrder)
}

/** A diagnostic with the offsets of the host file; a fix that the host cannot say is left out. */
function inHost(diagnostic: Diagnostic, embedded: EmbeddedTemplate): Diagnostic {
  const { fixes = [] } = diagnostic
  const start = embedded.toHost(diagnostic.start)
  return {
    ...diagnostic,
    start,
    end: Math.max(start, embedded.toHost(diagnostic.end)),
    ...(fixes.length > 0 && { fixes: fixes.flatMap((fix) => fixInHost(fix, embedded)) }),
  }
}

function fixInHost(fix: Fix, embedded: EmbeddedTemplate): readonly Fix[] {
  const edits = fix.edits.map((edit) => embedded.toHostEdit(edit))
  return edits.every((edit) => edit !== undefined) ? [{ ...fix, edits }] : []
}
