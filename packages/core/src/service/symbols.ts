import type { OpenTemplate } from '../check/open-template.ts'
import type { Arm, Markup, Node } from '../syntax/tree.ts'
import { armsOf, childrenOf, tagOf } from '../syntax/walk.ts'
import { shortened } from '../text/shortened.ts'
import type { Span } from '../text/span.ts'
import { visible } from '../text/visible.ts'
import { hostRange, type ServiceDocument } from './document.ts'
import { type DocumentSymbol, symbolKinds } from './protocol.ts'

/** Characters of a tag that an outline shows. */
const longestName = 60

/** The outline of a document: its templates where it can hold several, their blocks and branches. */
export function symbols(document: ServiceDocument): readonly DocumentSymbol[] {
  return document.opened.flatMap((opened) => {
    const inside = symbolsIn(document, opened, opened.template.nodes)
    const { name, text } = opened.embedded
    if (name === '') return inside
    const range = hostRange(document, opened, { start: 0, end: text.length })
    const kind = symbolKinds.template
    return [{ name, kind, range, selectionRange: range, children: inside }]
  })
}

function symbolsIn(
  document: ServiceDocument,
  opened: OpenTemplate,
  nodes: readonly Node[],
): readonly DocumentSymbol[] {
  const symbol = (
    kind: DocumentSymbol['kind'],
    span: Span,
    tag: Markup,
    children: DocumentSymbol['children'],
  ): DocumentSymbol => ({
    name: nameOf(opened, tag),
    kind,
    range: hostRange(document, opened, span),
    selectionRange: hostRange(document, opened, tag),
    children,
  })
  const branch = (arm: Arm): DocumentSymbol =>
    symbol(symbolKinds.branch, arm, arm.tag, symbolsIn(document, opened, arm.body))
  return nodes.flatMap((node) => {
    const tag = tagOf(node)
    const arms = armsOf(node)
    const inside = childrenOf(node)
    if (tag === undefined || (arms.length === 0 && inside.length === 0)) return []
    // The opening tag of an `if` is that of its first branch.
    const children = arms.length > 0 ? arms.map(branch) : symbolsIn(document, opened, inside)
    return [symbol(symbolKinds.block, node, tag, children)]
  })
}

function nameOf({ template: { source } }: OpenTemplate, { name, args }: Markup): string {
  const rest = source.slice(args.start, args.end)
  return shortened(visible(rest === '' ? name : `${name} ${rest}`), longestName)
}
