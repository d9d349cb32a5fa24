import type { Template as EngineNode } from 'liquidjs'
import type { Arm, Template } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'

/** LiquidJS's if, unless and case have `branches`, for and tablerow one list of `templates`. */
interface Branching extends EngineNode {
  readonly branches?: readonly { readonly templates: EngineNode[] }[]
  readonly templates?: EngineNode[]
  readonly elseTemplates?: EngineNode[]
}

/** The arm that each list of nodes is, which LiquidJS hands to its renderer as one. */
export type ArmLists = ReadonlyMap<readonly EngineNode[], Span>

/**
 * Finds the arms of our tree in LiquidJS's: that one keeps no trace of where `elsif`, `else` and `when` stood,
 * but the place of the whole block and the order of its branches.
 * @param nodes every node that LiquidJS parsed
 * @param tree our tree of the same source
 */
export function armLists(nodes: readonly EngineNode[], tree: Template): ArmLists {
  const blocks = new Map<number, readonly Arm[]>()
  walk(tree.nodes, (node) => {
    if ('arms' in node) blocks.set(node.start, node.arms)
  })
  const lists = new Map<readonly EngineNode[], Span>()
  for (const node of nodes) {
    const arms = blocks.get(node.token.begin) ?? []
    // Arms after the first `else` are never rendered, and LiquidJS keeps nothing of them.
    for (const [index, list] of listsOf(node).entries()) {
      const arm = arms[index]
      if (arm !== undefined) lists.set(list, { start: arm.start, end: arm.end })
    }
  }
  return lists
}

function listsOf({ branches, templates = [], elseTemplates = [] }: Branching): EngineNode[][] {
  return [...(branches?.map((branch) => branch.templates) ?? [templates]), elseTemplates]
}
