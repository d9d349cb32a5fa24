import type { Expression, Node, Template, Variable } from '../../syntax/tree.ts'
import { childrenOf, walkExpression } from '../../syntax/walk.ts'

/** How a variable is used. */
export type Use = 'printed' | 'compared' | 'read'

/** A variable that the template did not make itself at the place where it stands. */
export interface FreeVariable {
  readonly variable: Variable
  readonly use: Use
}

/**
 * The variables that a template reads without having made them before with `assign`, `capture`,
 * `for`, `tablerow`, `increment` or `decrement`; what is made anywhere in a loop is there in all of
 * its next round. Operands that LiquidJS ignores are left out.
 */
export function freeVariables(template: Template): readonly FreeVariable[] {
  const made = new Set<string>()
  const free: FreeVariable[] = []
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      free.push(...usesIn(node).filter(({ variable: { path, root } }) => root === undefined && !made.has(String(path[0]))))
      const local = localNames(node).filter((name) => !made.has(name))
      for (const name of [...namesMadeBy(template, node), ...local]) made.add(name)
      if (node.type === 'for' || node.type === 'tablerow')
        for (const name of madeInside(template, node)) made.add(name)
      visit(childrenOf(node))
      for (const name of local) made.delete(name)
    }
  }
  visit(template.nodes)
  return free
}
