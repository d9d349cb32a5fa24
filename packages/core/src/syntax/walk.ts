import type { Arm, Expression, Filtered, Markup, Node, Template, Variable } from './tree.ts'

/** The nodes directly inside a node, in source order. */
export const childrenOf = (node: Node): readonly Node[] => {
  switch (node.type) {
    case 'if':
    case 'unless':
    case 'for':
    case 'tablerow':
      return node.arms.flatMap((arm) => arm.body)
    case 'case':
      return [...node.preamble, ...node.arms.flatMap((arm) => arm.body)]
    case 'capture':
    case 'block':
    case 'liquid':
      return node.body
    default:
      return []
  }
}

/**
 * Visits every node, a parent before its children, in source order.
 * @param visit returns false to leave the children out.
 */
export const walk = (nodes: readonly Node[], visit: (node: Node) => unknown): void => {
  for (const node of nodes) if (visit(node) !== false) walk(childrenOf(node), visit)
}

/** What `of` finds in each node, in source order. A hostile node may hold more than one call takes. */
export const collect = <T>(
  nodes: readonly Node[],
  of: (node: Node) => Iterable<T>,
): readonly T[] => {
  const found: T[] = []
  walk(nodes, (node) => {
    for (const one of of(node)) found.push(one)
  })
  return found
}

/** The arms of a node itself; none for a node that has none. */
export const armsOf = (node: Node): readonly Arm[] => ('arms' in node ? node.arms : [])

/** Every arm of every node, outer ones first. */
export const allArms = (nodes: readonly Node[]): readonly Arm[] => collect(nodes, armsOf)

/** The tag that begins a node; none for texts, outputs and what belongs to nothing. */
export const tagOf = (node: Node): Markup | undefined => {
  if ('tag' in node) return node.tag
  return 'opening' in node ? node.opening : armsOf(node)[0]?.tag
}

/** The tags of a node itself, in source order; none for texts, outputs and what belongs to nothing. */
export const markupsOf = (node: Node): readonly Markup[] => [
  ...('tag' in node ? [node.tag] : []),
  ...('opening' in node ? [node.opening] : []),
  ...armsOf(node).map(({ tag }) => tag),
  ...('closing' in node && node.closing ? [node.closing] : []),
]

const present = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value])

/** The values with filters of a node's own tags: output, assign, echo, conditions and subject. */
export const filteredOf = (node: Node): readonly Filtered[] => {
  switch (node.type) {
    case 'output':
    case 'assign':
    case 'echo':
      return present(node.value)
    case 'if':
    case 'unless':
      return node.arms.flatMap((arm) => present(arm.condition))
    case 'case':
      return present(node.subject)
    default:
      return []
  }
}

const valuesOf = (node: Node): readonly Expression[] => {
  switch (node.type) {
    case 'case':
      return node.arms.flatMap((arm) => arm.values)
    case 'for':
    case 'tablerow':
      return [...present(node.collection), ...node.parameters.map(({ value }) => value)]
    case 'tag':
      return node.values
    default:
      return []
  }
}

/** The expressions of a value with filters: its own, the ignored ones, and the filters' arguments. */
export const partsOf = (value: Filtered): readonly Expression[] => [
  value.expression,
  ...value.ignored,
  ...value.filters.flatMap((filter) => filter.args.map((argument) => argument.value)),
]

/** All expressions that a node's own tags hold; not those of its children. */
export const expressionsOf = (node: Node): readonly Expression[] => [
  ...filteredOf(node).flatMap(partsOf),
  ...valuesOf(node),
]

const operandsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.type) {
    case 'binary':
      return [expression.left, expression.right]
    case 'not':
      return [expression.operand]
    case 'range':
      return [expression.from, expression.to]
    case 'variable': {
      const steps = expression.path.filter((step) => typeof step !== 'string')
      return [...present<Expression>(expression.root), ...steps]
    }
    default:
      return []
  }
}

/** Visits an expression and everything in it, a parent before its operands. */
export const walkExpression = (
  expression: Expression,
  visit: (expression: Expression) => void,
): void => {
  visit(expression)
  for (const operand of operandsOf(expression)) walkExpression(operand, visit)
}

/** Every variable that a template reads, node by node, those inside brackets included. */
export const variablesOf = (template: Template): readonly Variable[] => {
  const variables: Variable[] = []
  const visit = (part: Expression) => {
    if (part.type === 'variable') variables.push(part)
  }
  walk(template.nodes, (node) => {
    for (const expression of expressionsOf(node)) walkExpression(expression, visit)
  })
  return variables
}

const nameOfStep = (step: string | Expression): string | undefined => {
  if (typeof step === 'string') return step
  return step.type === 'literal' && step.form === 'quoted' ? String(step.value) : undefined
}

/**
 * The path of a variable as names: `requestInfo['lang']` and `requestInfo.lang` both give
 * `['requestInfo', 'lang']`.
 * @returns undefined where a step is computed or the path starts from no name.
 */
export const pathOf = (variable: Variable): readonly string[] | undefined => {
  const names = variable.path.map(nameOfStep)
  const isPlain = variable.root === undefined && names.every((name) => name !== undefined)
  return isPlain ? (names as string[]) : undefined
}

/** The dotted names of what a template asks for: its variables, and its `@@placeholders@@`. */
export const variableNames = (template: Template): ReadonlySet<string> => {
  const names = new Set<string>()
  walk(template.nodes, (node) => {
    if (node.type === 'placeholder') names.add(node.name)
  })
  for (const variable of variablesOf(template)) {
    const path = pathOf(variable)
    if (path) names.add(path.join('.'))
  }
  return names
}
