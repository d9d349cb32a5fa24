import type { Binary, Expression, Node, Template, Variable } from '../../syntax/tree.ts'
import { childrenOf, collect, expressionsOf, filteredOf } from '../../syntax/walk.ts'

/** One reading of a variable. */
export interface Use {
  readonly variable: Variable
  /**
   * Printed into the message; compared with a literal; in the place of a literal, as a value of
   * `when` or compared with another variable; or anything else.
   */
  readonly kind: 'printed' | 'compared' | 'literal' | 'other'
}

/**
 * The variables that a template reads without having made them before with `assign`, `capture`,
 * `for`, `tablerow`, `increment` or `decrement`; what is made anywhere in a loop is there in all of
 * its next round. Operands that LiquidJS ignores are left out.
 */
export function freeVariables(template: Template): readonly Use[] {
  const made = new Set<string>()
  const free: Use[] = []
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      for (const use of usesOf(node)) if (isFree(use.variable, made)) free.push(use)
      const local = namesInside(node).filter((name) => !made.has(name))
      for (const name of [...namesMadeBy(node, template.source), ...local]) made.add(name)
      visit(childrenOf(node))
      for (const name of local) made.delete(name)
    }
  }
  visit(template.nodes)
  return free
}

const isFree = ({ root, path: [first] }: Variable, made: ReadonlySet<string>): boolean =>
  root === undefined && typeof first === 'string' && !made.has(first)

const isLoop = (node: Node): node is Extract<Node, { type: 'for' | 'tablerow' }> =>
  node.type === 'for' || node.type === 'tablerow'

/** Names that exist only inside the node. */
const namesInside = (node: Node): readonly string[] =>
  isLoop(node) ? [node.variable, node.type === 'for' ? 'forloop' : 'tablerowloop'] : []

/** Names that exist from the node on. */
function namesMadeBy(node: Node, source: string): readonly string[] {
  if (node.type === 'assign' || node.type === 'capture') return [node.name]
  if (node.type === 'tag' && /^(?:in|de)crement$/.test(node.tag.name))
    return source.slice(node.tag.args.start, node.tag.args.end).split(/\s/, 1)
  if (!isLoop(node)) return []
  return collect(childrenOf(node), (inner) => (isLoop(inner) ? [] : namesMadeBy(inner, source)))
}

function usesOf(node: Node): readonly Use[] {
  const isPrinted = node.type === 'output' || node.type === 'echo'
  const filtered = filteredOf(node)
  const ignored = new Set(filtered.flatMap((value) => value.ignored))
  const results = new Set(filtered.map((value) => value.expression))
  const values = new Set(node.type === 'case' ? node.arms.flatMap((arm) => arm.values) : [])
  return expressionsOf(node)
    .filter((expression) => !ignored.has(expression))
    .flatMap((expression) => {
      if (values.has(expression)) return usesIn(expression, 'literal')
      return usesIn(expression, isPrinted && results.has(expression) ? 'printed' : 'other')
    })
}

function usesIn(expression: Expression, kind: Use['kind']): readonly Use[] {
  switch (expression.type) {
    case 'variable': {
      const steps = expression.path.filter((step) => typeof step !== 'string')
      return [{ variable: expression, kind }, ...steps.flatMap((step) => usesIn(step, 'other'))]
    }
    case 'binary':
      return [
        ...usesIn(expression.left, kindBeside(expression, expression.right)),
        ...usesIn(expression.right, kindBeside(expression, expression.left)),
      ]
    case 'not':
      return usesIn(expression.operand, 'other')
    case 'range':
      return [...usesIn(expression.from, 'other'), ...usesIn(expression.to, 'other')]
    default:
      return []
  }
}

const kindBeside = ({ operator }: Binary, other: Expression): Use['kind'] => {
  if (operator === 'and' || operator === 'or') return 'other'
  return other.type === 'literal' ? 'compared' : 'literal'
}
