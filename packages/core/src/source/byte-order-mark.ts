import type { Connection } from '../lint/rule.ts'
import type { Span } from '../text/span.ts'
import type { EmbeddedTemplate, SourceFile } from './source-file.ts'

export const byteOrderMark = '\ufeff'

/** A file that was read without its byte order mark, with the offsets that it has with it. */
export const withMark = (file: SourceFile): SourceFile => ({
  ...file,
  text: byteOrderMark + file.text,
  templates: file.templates.map(template),
  connections: file.connections.map(connection),
})

const template = (embedded: EmbeddedTemplate): EmbeddedTemplate => ({
  ...embedded,
  toHost: (offset) => embedded.toHost(offset) + 1,
  fromHost: (offset) => embedded.fromHost(Math.max(0, offset - 1)),
  toHostEdit: (edit) => moved(embedded.toHostEdit(edit)),
})

const connection = (found: Connection): Connection => ({
  ...found,
  spanAt: (path) => moved(found.spanAt(path)),
  keyAt: (path) => moved(found.keyAt(path)),
  problems: found.problems.map((problem) => moved(problem)),
})

function moved<T extends Span>(span: T): T
function moved<T extends Span>(span: T | undefined): T | undefined
function moved<T extends Span>(span: T | undefined): T | undefined {
  return span && { ...span, start: span.start + 1, end: span.end + 1 }
}
