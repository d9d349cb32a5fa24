import type { Expression, Filtered, Node, Template, Variable } from './tree.ts'
import { childrenOf, partsOf, walk, walkExpression } from './walk.ts'

/** A value as tags hold it. */
export type Value = Filtered | Expression

/** More steps than any variable that a language comes in. */
const mostSteps = 4

/** The names by which a variable is known: `a`, `a.b` and `a.b.c`, as far as its steps are no computed ones. */
export function namesOf({ root, path }: Variable): readonly string[] {
  const names: string[] = []
  if (root !== undefined) return names
  for (const step of path.slice(0, mostSteps)) {
    const name = typeof step === 'string' ? step : quotedText(step)
    if (name === undefined) break
    names.push(names.length === 0 ? name : `${names.at(-1)}.${name}`)
  }
  return names
}

const quotedText = (step: Expression): string | undefined =>
  step.type === 'literal' && step.form === 'quoted' ? String(step.value) : undefined

/** The names of all variables that a value depends on, in whatever way. */
export function namesIn(value: Value): readonly string[] {
  const names: string[] = []
  for (const expression of 'type' in value ? [value] : partsOf(value))
    walkExpression(expression, (part) => {
      if (part.type === 'variable') for (const name of namesOf(part)) names.push(name)
    })
  return names
}

/** A node that prints, with what it prints. */
export interface Print {
  readonly node: Node
  readonly values: readonly Value[]
}

/** What nodes put into the message, however deep inside; what they capture is not in it yet. */
export function printsIn(nodes: readonly Node[]): readonly Print[] {
  return nodes.flatMap((node): readonly Print[] => {
    switch (node.type) {
      case 'capture':
        return []
      case 'output':
      case 'echo':
        return node.value ? [{ node, values: [node.value] }] : []
      case 'tag':
        return node.tag.name === 'cycle' ? [{ node, values: node.values }] : []
      default:
        return printsIn(childrenOf(node))
    }
  })
}

/** The name that a node sets, with the values that it is made of. */
function setBy(
  node: Node,
): { readonly name: string; readonly values: readonly Value[] } | undefined {
  switch (node.type) {
    case 'assign':
      return { name: node.name, values: node.value ? [node.value] : [] }
    case 'capture':
      return { name: node.name, values: printsIn(node.body).flatMap(({ values }) => values) }
    case 'for':
    case 'tablerow':
      return { name: node.variable, values: node.collection ? [node.collection] : [] }
    default:
      return undefined
  }
}

/**
 * A variable and every name that takes its value over by assignments, captures and loops, wherever they stand.
 *
 * @param variable dotted: `requestInfo.lang`
 * @param taken the names whose values a value takes over
 */
export function namesFrom(
  template: Template,
  variable: string,
  taken: (value: Value) => readonly string[],
): ReadonlySet<string> {
  const takers = new Map<string, string[]>()
  walk(template.nodes, (node) => {
    const set = setBy(node)
    for (const source of set?.values.flatMap(taken) ?? []) {
      const known = takers.get(source)
      if (known === undefined) takers.set(source, [set!.name])
      else known.push(set!.name)
    }
  })
  const names = new Set([variable])
  // A set is walked in the order of insertion, what is added on the way included.
  for (const source of names) for (const name of takers.get(source) ?? []) names.add(name)
  return names
}
