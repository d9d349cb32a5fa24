import type { Node } from '../../syntax/tree.ts'
import { walk } from '../../syntax/walk.ts'

/** What `of` finds in each node, in source order. A hostile node may hold more than one call takes. */
export function collect<T>(nodes: readonly Node[], of: (node: Node) => Iterable<T>): readonly T[] {
  const found: T[] = []
  walk(nodes, (node) => {
    for (const one of of(node)) found.push(one)
  })
  return found
}
