import { skipBlanks, trimBlanks } from '../../syntax/blank.ts'
import type { Node } from '../../syntax/tree.ts'
import { collect, markupsOf } from '../../syntax/walk.ts'
import { type Edit, type Span, spanOf } from '../../text/span.ts'
import type { Mutant, Operator } from '../mutant.ts'

/** One `-` and the blanks that it trims. */
interface Mark {
  readonly blanks: Span
  readonly dash: Edit
}

/** Lets blanks stand that are trimmed; two marks that trim the same ones are one fault. */
export const whitespace: Operator = ({ nodes, source }) => {
  const runs = new Map<number, Mark[]>()
  for (const mark of collect(nodes, (node) => marksOf(node, source))) {
    const { start, end } = mark.blanks
    if (start === end) continue
    runs.set(start, [...(runs.get(start) ?? []), mark])
  }
  const unseen = collect(nodes, unseenIn)
  return [...runs.values()]
    .filter(
      ([mark]) =>
        !unseen.some(({ start, end }) => start <= mark!.blanks.start && mark!.blanks.end <= end),
    )
    .map(
      (marks): Mutant => ({
        operator: 'keep-whitespace',
        span: spanOf(marks[0]!.dash.start - 2, marks[0]!.dash.end + 2),
        fault: 'blanks and line ends not trimmed here',
        edits: marks.map(({ dash }) => dash),
      }),
    )
}

function marksOf(node: Node, source: string): readonly Mark[] {
  const outputs = node.type === 'output' ? [node] : []
  const written = markupsOf(node).filter(({ start }) => source.startsWith('{%', start))
  return [...outputs, ...written].flatMap(({ start, end, trimLeft, trimRight }) => [
    ...(trimLeft ? [markAt(start + 2, spanOf(trimBlanks(source, 0, start), start))] : []),
    ...(trimRight ? [markAt(end - 3, spanOf(end, skipBlanks(source, end, source.length)))] : []),
  ])
}

const markAt = (at: number, blanks: Span): Mark => ({
  blanks,
  dash: { start: at, end: at + 1, text: '' },
})

/** What LiquidJS never renders. */
function unseenIn(node: Node): readonly Span[] {
  if (node.type === 'comment') return [spanOf(node.opening.end, node.closing?.start ?? node.end)]
  if (node.type !== 'case') return []
  const first = node.arms[0]?.start ?? node.closing?.start ?? node.end
  return [spanOf(node.opening.end, first)]
}
