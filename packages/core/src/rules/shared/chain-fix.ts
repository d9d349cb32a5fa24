import { armFacts } from '../../decide/arms.ts'
import type { Fix } from '../../lint/diagnostic.ts'
import type { TemplateContext } from '../../lint/rule.ts'
import type { Conditional, Node, Text } from '../../syntax/tree.ts'
import { childrenOf, collect } from '../../syntax/walk.ts'
import { contains, type Span, spanOf } from '../../text/span.ts'

/**
 * Makes one `if` with `elsif` of the blocks that stand side by side from the one around `first` to the one around
 * `last`: all that follow one another, and only these two.
 */
export function chainFixes(context: TemplateContext, first: Span, last: Span): readonly Fix[] {
  const { template, profile } = context
  const [from, to] = first.start <= last.start ? [first, last] : [last, first]
  const run = runAround(template.nodes, from, to)
  if (run === undefined) return []
  const facts = armFacts(template, profile.languageVariable)
  const byLanguage = run.filter(({ arms }) => facts.get(arms[0]!.start)?.byLanguage)
  const needed = run.filter((block) => block.end > from.start && block.start < to.end)
  const whole = byLanguage.length === run.length ? [fixFor(template.source, run)] : []
  const part = needed.length < run.length ? [fixFor(template.source, needed)] : []
  return [...whole, ...part].filter((fix) => fix !== undefined)
}

/** The blocks beside one another that hold both places; undefined where anything else stands between them. */
function runAround(
  nodes: readonly Node[],
  from: Span,
  to: Span,
): readonly Conditional[] | undefined {
  const at = (place: Span): number => nodes.findIndex((node) => contains(node, place))
  const [first, last] = [at(from), at(to)]
  if (first < 0 || last < 0) return undefined
  if (first === last) return runAround(childrenOf(nodes[first]!), from, to)
  let [begin, end] = [first, last]
  while (begin > 0 && isLink(nodes[begin - 1]!)) begin--
  while (end < nodes.length - 1 && isLink(nodes[end + 1]!)) end++
  const run = nodes.slice(begin, end + 1)
  return run.every(isLink) ? run.flatMap((node) => (node.type === 'if' ? [node] : [])) : undefined
}

const isLink = (node: Node): node is Conditional | Text =>
  node.type === 'if' || (node.type === 'text' && node.value.trim() === '')

/** undefined where the texts would not stay what they are. */
function fixFor(source: string, blocks: readonly Conditional[]): Fix | undefined {
  const [, ...others] = blocks
  const open = blocks.slice(0, -1)
  const isPure = open.every(
    ({ arms, closing }) => closing !== undefined && arms.every(({ kind }) => kind !== 'else'),
  )
  if (others.length === 0 || !isPure || blocks.some(leavesSomething)) return undefined
  const edits = others.map((block, i) => {
    const { trimLeft, start } = open[i]!.closing!
    const { nameSpan } = block.arms[0]!.tag
    return { ...spanOf(start, nameSpan.end), text: `{%${trimLeft ? '-' : ''} elsif` }
  })
  const isTight = others.every((block, i) => {
    const gap = source.slice(open[i]!.end, block.start)
    return gap === '' || open[i]!.closing!.trimRight || block.arms[0]!.tag.trimLeft
  })
  return { title: 'Make one `if` with `elsif` of them', safe: isTight, edits }
}

/** Whether a block does anything but put texts into the message. */
const leavesSomething = (block: Conditional): boolean =>
  collect([block], (node) => [node.type]).some((type) =>
    ['assign', 'capture', 'tag', 'liquid', 'for', 'tablerow', 'block'].includes(type),
  )
