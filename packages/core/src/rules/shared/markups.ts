import type { Markup, Template } from '../../syntax/tree.ts'
import { armsOf, collect } from '../../syntax/walk.ts'
import type { Span } from '../../text/span.ts'

/** Every tag of a template: opening, branch, end and single ones, and the lines of `{% liquid %}`. */
const markupsOf = ({ nodes }: Template): readonly Markup[] =>
  collect(nodes, (node) => [
    ...('tag' in node ? [node.tag] : []),
    ...('opening' in node ? [node.opening] : []),
    ...armsOf(node).map((arm) => arm.tag),
    ...('closing' in node && node.closing ? [node.closing] : []),
  ])

/**
 * Where Liquid, not the message, is written: what tags say after their names, outputs, and delimiters
 * that are never closed. Comments are left out.
 */
export function liquidSpans(template: Template): readonly Span[] {
  const args = markupsOf(template)
    .filter(({ name }) => name !== '#' && name !== 'liquid')
    .map((markup) => markup.args)
  const others = collect(template.nodes, (node) =>
    node.type === 'output' || node.type === 'junk' ? [node] : [],
  )
  return [...args, ...others].sort((a, b) => a.start - b.start)
}
