import type { Template as EngineNode } from 'liquidjs'
import type { Arm, Node, Template } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'

/** LiquidJS's if, unless and case have `branches`, for and tablerow one list of `templates`. */
interface Branching extends EngineNode {
  readonly branches?: readonly { readonly templates: EngineNode[] }[]
  readonly templates?: EngineNode[]
  elseTemplates?: EngineNode[]
}

/** An arm; where nobody wrote an `else`, the tag that ends the block stands for it. */
export interface ArmPlace extends Span {
  readonly written: boolean
}

/** The arm that each list of nodes is, which LiquidJS hands to its renderer as one. */
export type ArmLists = ReadonlyMap<readonly EngineNode[], ArmPlace>

/**
 * Finds the arms of our tree in LiquidJS's: that one keeps no trace of where `elsif`, `else` and `when` stood,
 * but the place of the whole block and the order of its branches.
 * @param nodes every node that LiquidJS parsed
 * @param tree our tree of the same source
 */
export function armLists(nodes: readonly EngineNode[], tree: Template): ArmLists {
  const blocks = new Map<number, readonly ArmPlace[]>()
  walk(tree.nodes, (node) => {
    if ('arms' in node) blocks.set(node.start, placesOf(node))
  })
  const lists = new Map<readonly EngineNode[], ArmPlace>()
  for (const node of nodes) {
    const places = blocks.get(node.token.begin)
    if (places === undefined) continue
    // Arms after the first `else` are never rendered, and LiquidJS keeps nothing of them.
    for (const [index, list] of listsOf(node).entries()) {
      const place = places[index]
      if (place !== undefined) lists.set(list, place)
    }
  }
  return lists
}

type Armed = Extract<Node, { readonly arms: readonly Arm[] }>

function placesOf(node: Armed): readonly ArmPlace[] {
  const written = node.arms.map(({ start, end }) => ({ start, end, written: true }))
  const end = unwrittenElse(node)
  return end === undefined ? written : [...written, { ...end, written: false }]
}

/**
 * The tag that ends a conditional or a `case` without `else`: where nothing else is entered, this is. A loop
 * has no such path: most can never be without an element.
 */
export function unwrittenElse(node: Armed): Span | undefined {
  if (node.type === 'for' || node.type === 'tablerow') return undefined
  return node.arms.some(({ kind }) => kind === 'else') ? undefined : node.closing
}

/** `if` makes a new list each time that there is no `else`; given one, it takes that. */
function listsOf(node: Branching): EngineNode[][] {
  const { branches, templates = [] } = node
  node.elseTemplates ??= []
  return [...(branches?.map((branch) => branch.templates) ?? [templates]), node.elseTemplates]
}
