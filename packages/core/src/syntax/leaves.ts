import type { Span } from '../text/span.ts'
import type { Arm, LiquidTag, Node, Template } from './tree.ts'

const markupsAndBodies = (arms: readonly Arm[]): Span[] =>
  arms.flatMap((arm) => [arm.tag, ...leavesIn(arm.body)])

/** The lines of a `{% liquid %}` tag and the stretches between and around them. */
const linesOf = ({ start, end, body }: LiquidTag): Span[] => {
  const spans: Span[] = []
  let at = start
  for (const line of leavesIn(body)) {
    spans.push({ start: at, end: line.start }, line)
    at = line.end
  }
  return [...spans, { start: at, end }]
}

const leavesOf = (node: Node): Span[] => {
  const closing = 'closing' in node && node.closing ? [node.closing] : []
  switch (node.type) {
    case 'if':
    case 'unless':
    case 'for':
    case 'tablerow':
      return [...markupsAndBodies(node.arms), ...closing]
    case 'case':
      return [node.opening, ...leavesIn(node.preamble), ...markupsAndBodies(node.arms), ...closing]
    case 'capture':
    case 'block':
      return [node.opening, ...leavesIn(node.body), ...closing]
    case 'comment':
    case 'raw':
      return [node.opening, node.body, ...closing]
    case 'liquid':
      return linesOf(node)
    default:
      return [node]
  }
}

const leavesIn = (nodes: readonly Node[]): Span[] => nodes.flatMap(leavesOf)

/**
 * The spans that tile a template: each begins where the one before it ends, from 0 to the length of
 * the source, none is empty. A leaf is a text, a placeholder, an output, one whole tag, the body of
 * a comment or raw, a piece of junk, or in a `{% liquid %}` tag one line or what stands between the
 * lines: the delimiters, blanks and line ends.
 */
export const leaves = (template: Template): readonly Span[] =>
  leavesIn(template.nodes)
    .filter((leaf) => leaf.start < leaf.end)
    .map(({ start, end }) => ({ start, end }))
