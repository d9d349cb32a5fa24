import type { Template as EngineNode } from 'liquidjs'
import type { Arm, Template } from '../syntax/tree.ts'
import { walk } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'

/** LiquidJS's if, unless and case have `branches`, for and tablerow one list of `templates`. */
interface Branching {
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
    // The name of a file to include is a template of its own.
    const arms = node.token.input === tree.source ? blocks.get(node.token.begin) : undefined
    if (arms !== undefined) pair(node as Branching, arms, lists)
  }
  return lists
}

/** Arms after the first `else` are never rendered. */
function pair(
  node: Branching,
  arms: readonly Arm[],
  lists: Map<readonly EngineNode[], Span>,
): void {
  const { branches, templates = [], elseTemplates } = node
  const found = arms.findIndex(({ kind }) => kind === 'else')
  const firstElse = found < 0 ? arms.length : found
  const bodies = branches?.map((branch) => branch.templates) ?? [templates]
  for (const [index, arm] of arms.slice(0, firstElse).entries()) {
    const body = bodies[index]
    if (body !== undefined) lists.set(body, spanOf(arm))
  }
  const otherwise = arms[firstElse]
  if (elseTemplates !== undefined && otherwise !== undefined)
    lists.set(elseTemplates, spanOf(otherwise))
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
