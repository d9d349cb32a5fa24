import { type FileReport, reportOn } from '../check/lint-source.ts'
import { type OpenTemplate, openTemplate } from '../check/open-template.ts'
import type { CheckOptions } from '../check/options.ts'
import { openSource } from '../source/open-source.ts'
import type { SourceFile } from '../source/source-file.ts'
import { lazy } from '../text/lazy.ts'
import { Lines } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import type { Position, Range, TextEdit } from './protocol.ts'

/** One state of a file in an editor; the next key press makes another. */
export interface ServiceDocument {
  /** As the editor calls it; its ending says how it is read. */
  readonly uri: string
  readonly source: SourceFile
  readonly opened: readonly OpenTemplate[]
  readonly lines: Lines
  /** All findings, proofs included; made once. */
  readonly report: () => FileReport
}

/** A template of a document, and an offset in it. */
export interface Place {
  readonly opened: OpenTemplate
  readonly offset: number
}

/**
 * Reads a file as an editor holds it.
 *
 * @param text the whole file; one without templates has a document about which there is nothing to say
 * @param options as for `lintSource`
 */
export async function openDocument(
  uri: string,
  text: string,
  options: CheckOptions = {},
): Promise<ServiceDocument> {
  const none = { path: uri, text, templates: [], connections: [] }
  const source = (await openSource(uri, text)) ?? none
  const opened = source.templates.map((embedded) =>
    openTemplate(embedded, options, ['best-language']),
  )
  return {
    uri,
    source,
    opened,
    lines: new Lines(text),
    report: lazy(() => reportOn(source, opened, options)),
  }
}

/** A place outside the text gives the nearest inside, as the protocol asks. */
export function offsetAt({ lines }: ServiceDocument, { line, character }: Position): number {
  const { start, end } = lines.span(line + 1)
  return Math.min(start + Math.max(character, 0), end)
}

function positionAt({ lines }: ServiceDocument, offset: number): Position {
  const { line, column } = lines.position(offset)
  return { line: line - 1, character: column - 1 }
}

export const rangeOf = (document: ServiceDocument, { start, end }: Span): Range => ({
  start: positionAt(document, start),
  end: positionAt(document, end),
})

export const textEdit = (document: ServiceDocument, edit: Edit): TextEdit => ({
  range: rangeOf(document, edit),
  newText: edit.text,
})

/** A span of a template as a range of its file. */
export const hostRange = (
  document: ServiceDocument,
  { embedded }: OpenTemplate,
  { start, end }: Span,
): Range => {
  const from = embedded.toHost(start)
  return rangeOf(document, { start: from, end: Math.max(from, embedded.toHost(end)) })
}

/** @returns undefined where no template stands at a position */
export function placeAt(document: ServiceDocument, position: Position): Place | undefined {
  const at = offsetAt(document, position)
  const opened = document.opened.find(
    ({ embedded: { text, toHost } }) => toHost(0) <= at && at <= toHost(text.length),
  )
  return opened && { opened, offset: opened.embedded.fromHost(at) }
}
