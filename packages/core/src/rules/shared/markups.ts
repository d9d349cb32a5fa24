import type { Markup, Template } from '../../syntax/tree.ts'
import { armsOf, walk } from '../../syntax/walk.ts'
import type { Span } from '../../text/span.ts'

/** Every tag of a template: opening, branch, end and single ones, and the lines of `{% liquid %}`. */
export const markupsOf = (template: Template): readonly Markup[] => {
  const markups: Markup[] = []
  walk(template.nodes, (node) => {
    if ('tag' in node) markups.push(node.tag)
    if ('opening' in node) markups.push(node.opening)
    markups.push(...armsOf(node).map((arm) => arm.tag))
    if ('closing' in node && node.closing) markups.push(node.closing)
  })
  return markups
}

/**
 * Where Liquid, not the message, is written: what tags say after their names, outputs, and delimiters
 * that are never closed. Comments are left out.
 */
export const liquidSpans = (template: Template): readonly Span[] => {
  const spans: Span[] = markupsOf(template)
    .filter(({ name }) => name !== '#' && name !== 'liquid')
    .map(({ args }) => args)
  walk(template.nodes, (node) => {
    if (node.type === 'output' || node.type === 'junk') spans.push(node)
  })
  return spans.sort((a, b) => a.start - b.start)
}
