import type { Node } from '../../syntax/tree.ts'
import { expressionsOf, walk, walkExpression } from '../../syntax/walk.ts'

/** The names that the body of a loop assigns. */
export interface LoopNames {
  /** Those whose value of one round the next one may read. */
  readonly kept: readonly string[]
  /** Those that each round assigns before it reads them. */
  readonly fresh: readonly string[]
}

export function namesIn(body: readonly Node[]): LoopNames {
  const assigned = new Set<string>()
  walk(body, (node) => {
    if (node.type === 'assign' || node.type === 'capture') assigned.add(node.name)
  })
  const fresh = new Set<string>()
  const seen = new Set<string>()
  for (const node of body) {
    walk([node], (inner) => {
      for (const name of readBy(inner)) seen.add(name)
    })
    if (node.type === 'assign' && !seen.has(node.name) && !seen.has(anyName)) fresh.add(node.name)
    walk([node], (inner) => {
      if (inner.type === 'assign' || inner.type === 'capture') seen.add(inner.name)
    })
  }
  return { kept: [...assigned].filter((name) => !fresh.has(name)), fresh: [...fresh] }
}

/** Stands for a name that is only known when the template runs. */
const anyName = '*'

/** The names at which the expressions of a node begin. */
function readBy(node: Node): readonly string[] {
  const names: string[] = []
  for (const expression of expressionsOf(node))
    walkExpression(expression, (part) => {
      if (part.type === 'variable')
        names.push(
          typeof part.path[0] === 'string' && part.root === undefined ? part.path[0] : anyName,
        )
    })
  return names
}
