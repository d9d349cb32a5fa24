import type { Outcome } from '../../decide/analysis.ts'
import type { Fix } from '../../lint/diagnostic.ts'
import type { Edit, Span } from '../../text/span.ts'

/**
 * Takes the blanks off both ends of a message: lets the tag or output beside them trim, or leaves them out where none
 * stands beside them.
 */
export function trimFix(source: string, { rendered }: Outcome): Fix | undefined {
  const { text, parts } = rendered
  const copied = parts.filter(
    (part) =>
      part.inserted === undefined && part.end - part.start === part.source.end - part.source.start,
  )
  const leading = text.length - text.trimStart().length
  const trailing = text.trimEnd().length
  const edits = copied.flatMap((part): readonly Edit[] => {
    const sourceAt = (offset: number): number => part.source.start + offset - part.start
    const head = { start: part.source.start, end: sourceAt(Math.min(leading, part.end)) }
    const tail = { start: sourceAt(Math.max(trailing, part.start)), end: part.source.end }
    return [
      ...(part.start < leading ? trimmed(source, head, part.end <= leading) : []),
      ...(part.end > trailing && trailing > leading
        ? trimmedEnd(source, tail, part.start >= trailing)
        : []),
    ]
  })
  if (edits.length === 0) return undefined
  return { title: 'Let the tags beside the blanks trim them', safe: true, edits }
}

/** @param whole the text is nothing but these blanks, so the tag behind it will do as well */
const trimmed = (source: string, blanks: Span, whole: boolean): readonly Edit[] =>
  before(source, blanks) ?? (whole ? behind(source, blanks) : undefined) ?? without(blanks)

const trimmedEnd = (source: string, blanks: Span, whole: boolean): readonly Edit[] =>
  behind(source, blanks) ?? (whole ? before(source, blanks) : undefined) ?? without(blanks)

const without = ({ start, end }: Span): readonly Edit[] => [{ start, end, text: '' }]

/** `%}` → `-%}`; none where the tag trims already. */
function before(source: string, { start }: Span): readonly Edit[] | undefined {
  if (!/[%}]\}$/.test(source.slice(0, start).slice(-2))) return undefined
  const at = start - 2
  return source[at - 1] === '-' ? [] : [{ start: at, end: at, text: '-' }]
}

/** `{%` → `{%-` */
function behind(source: string, { end }: Span): readonly Edit[] | undefined {
  if (!/^\{[%{]/.test(source.slice(end, end + 2))) return undefined
  const at = end + 2
  return source[at] === '-' ? [] : [{ start: at, end: at, text: '-' }]
}
