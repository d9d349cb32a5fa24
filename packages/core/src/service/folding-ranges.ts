import type { Node } from '../syntax/tree.ts'
import { armsOf, collect } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'
import { hostRange, type ServiceDocument } from './document.ts'
import type { FoldingRange } from './protocol.ts'

/** What can be folded: branches up to the next tag of their block, and other blocks, over at least two lines. */
export const foldingRanges = (document: ServiceDocument): readonly FoldingRange[] =>
  document.opened.flatMap((opened) =>
    collect(opened.template.nodes, foldable).flatMap((span) => {
      const { start, end } = hostRange(document, opened, span)
      // What comes next stays in sight, on its own line.
      const endLine = end.line - 1
      return endLine > start.line ? [{ startLine: start.line, endLine }] : []
    }),
  )

/** Each up to the tag that follows. */
function foldable(node: Node): readonly Span[] {
  const arms = armsOf(node)
  if (arms.length > 0) return arms
  if (!('opening' in node) || node.closing === undefined) return []
  return [{ start: node.opening.start, end: node.closing.start }]
}
