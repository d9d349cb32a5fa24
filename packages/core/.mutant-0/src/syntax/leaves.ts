import type { Span } from '../text/span.ts'
import type { Arm, Node, Template } from './tree.ts'

/** The leaves found so far, and whether those that follow stand inside a `{% liquid %}` tag. */
interface Found {
  readonly spans: Span[]
  at: number
  inLines: boolean
}

const add = (found: Found, { start, end }: Span): void => {
  if (found.inLines && found.at < start) found.spans.push({ start: found.at, end: start })
  if (start < end) found.spans.push({ start, end })
  found.at = end
}

const addArms = (found: Found, arms: readonly Arm[]): void => {
  for (const arm of arms) {
    add(found, arm.tag)
    addAll(found, arm.body)
  }
}

/** The lines of a `{% liquid %}` tag; `add` fills the gaps before them, this the one at the end. */
const addLines = (found: Found, node: Node & { readonly body: readonly Node[] }): void => {
  const { inLines } = found
  found.inLines = true
  addAll(found, node.body)
  add(found, { start: found.at, end: node.end })
  found.inLines = inLines
}

const addNode = (found: Found, node: Node): void => {
  if (node.type === 'liquid') addLines(found, node)
  else if ('opening' in node) {
    add(found, node.opening)
    if (node.type === 'case') {
      addAll(found, node.preamble)
      addArms(found, node.arms)
    } else if (node.type === 'comment' || node.type === 'raw') add(found, node.body)
    else addAll(found, node.body)
  } else if ('arms' in node) addArms(found, node.arms)
  else add(found, node)
  if ('closing' in node && node.closing) add(found, node.closing)
}

const addAll = (found: Found, nodes: readonly Node[]): void => {
  for (const node of nodes) addNode(found, node)
}

/**
 * The spans that tile a template: each begins where the one before it ends, from 0 to the length of
 * the source, none is empty. A leaf is a text, a placeholder, an output, one whole tag, the body of
 * a comment or raw, a piece of junk, or in a `{% liquid %}` tag one line or what stands between the
 * lines: the delimiters, blanks and line ends.
 */
export const leaves = (template: Template): readonly Span[] => {
  const found: Found = { spans: [], at: 0, inLines: false }
  addAll(found, template.nodes)
  return found.spans
}
