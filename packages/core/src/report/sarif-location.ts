import type { Fix } from '../lint/diagnostic.ts'
import { Lines } from '../text/lines.ts'
import type { Edit, Position, Span } from '../text/span.ts'
import { visible } from '../text/visible.ts'

/** The places in one file as SARIF tells them. */
export interface SarifFile {
  readonly location: (span: Span) => object
  /** Leaves out the fixes that not every reader of JSON can take over unchanged. */
  readonly fixes: (fixes: readonly Fix[]) => readonly object[]
}

/** @param path from the root of the repository, else absolute */
export function locating(text: string, path: string): SarifFile {
  const lines = new Lines(text)
  const artifactLocation = locationOf(path)
  // Section 3.30.2: a byte order mark is no part of the text.
  const mark = text.startsWith('\ufeff') ? 1 : 0
  const place = (offset: number): Position => {
    const { line, column } = lines.position(offset)
    return { line, column: line === 1 ? Math.max(1, column - mark) : column }
  }
  const region = ({ start, end }: Span): object => {
    const [from, to] = [place(start), place(Math.max(start, end))]
    return {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
    }
  }
  const replacement = (edit: Edit): object => ({
    deletedRegion: region(edit),
    insertedContent: { text: edit.text },
  })
  return {
    location: (span) => ({ artifactLocation, region: region(span) }),
    fixes: (fixes) =>
      fixes
        .filter(({ edits }) => edits.length > 0 && edits.every(isPortable))
        .map(({ title, safe, edits }) => ({
          description: { text: visible(title) },
          artifactChanges: [{ artifactLocation, replacements: edits.map(replacement) }],
          properties: { safe },
        })),
  }
}

/** Longer insertions would make the report too large for GitHub: a fix of ours never needs them. */
const mostInserted = 10_000

/** Half a surrogate pair has no UTF-8, and NUL has no place in many a database. */
const isPortable = ({ text }: Edit): boolean =>
  text.length <= mostInserted && !/[\0\p{Cs}]/u.test(text)

/** Section 3.4.4: what lies in the repository is relative to a root that only the reader knows. */
function locationOf(path: string): object {
  const segments = path.replace(/\p{Cs}/gu, '\ufffd').split('/')
  const uri = segments.map(encodeURIComponent).join('/')
  if (path.startsWith('/')) return { uri: `file://${uri}` }
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` }
  return { uri, uriBaseId: '%SRCROOT%' }
}
