import type { Arm, Expression, Filtered, Node, Template } from '../syntax/tree.ts'
import { armsOf } from '../syntax/walk.ts'
import { textOf } from '../text/span.ts'

/**
 * Whether two templates say the same: the same texts byte by byte, the same tags and the same expressions in the same
 * order. Then LiquidJS renders the same bytes for every value of every variable.
 */
export const sameMeaning = (a: Template, b: Template): boolean =>
  a.errors.length === b.errors.length && meaningOf(a) === meaningOf(b)

const meaningOf = ({ source, nodes }: Template): string => JSON.stringify(nodesOf(source, nodes))

const nodesOf = (source: string, nodes: readonly Node[]): readonly unknown[] =>
  nodes.flatMap((node) => {
    // Blanks that are trimmed away say nothing.
    if (node.type === 'text') return node.value === '' ? [] : [node.value]
    return [wordsOf(source, node)]
  })

function wordsOf(source: string, node: Node): unknown {
  const { type } = node
  switch (type) {
    case 'placeholder':
      return [type, node.name]
    case 'output':
    case 'echo':
      return [type, node.value && filtered(node.value)]
    case 'assign':
      return [type, node.name, node.value && filtered(node.value)]
    case 'comment':
    case 'raw':
      return [type, textOf(source, node.body)]
    case 'if':
    case 'unless':
    case 'for':
    case 'tablerow':
    case 'case':
      return blockOf(source, node)
    case 'capture':
    case 'block':
      return [type, textOf(source, node.opening.args), nodesOf(source, node.body)]
    case 'liquid':
      return [type, textOf(source, node.tag.args)]
    case 'tag':
    case 'inline-comment':
      return [type, node.tag.name, textOf(source, node.tag.args)]
    default:
      return [type, textOf(source, node)]
  }
}

function blockOf(
  source: string,
  node: Extract<Node, { readonly arms: readonly Arm[] }>,
): readonly unknown[] {
  const arms = armsOf(node).map((arm) => [
    arm.kind,
    arm.condition && filtered(arm.condition),
    arm.values.map(plain),
    nodesOf(source, arm.body),
  ])
  const preamble = node.type === 'case' ? nodesOf(source, node.preamble) : []
  const subject = node.type === 'case' && node.subject ? filtered(node.subject) : undefined
  const loop =
    node.type === 'for' || node.type === 'tablerow'
      ? [node.variable, node.collection && plain(node.collection), keyed(node.parameters)]
      : []
  return [node.type, subject, ...loop, preamble, arms]
}

const filtered = ({ expression, filters, ignored }: Filtered): unknown => [
  plain(expression),
  filters.map(({ name, args }) => [name, keyed(args)]),
  ignored.map(plain),
]

const keyed = (
  args: readonly { readonly key?: string; readonly value: Expression }[],
): readonly unknown[] => args.map(({ key, value }) => [key, plain(value)])

function plain(expression: Expression): unknown {
  switch (expression.type) {
    case 'literal':
      return [expression.form, expression.keyword, expression.value, expression.closed]
    case 'variable': {
      const { root, path } = expression
      return [
        'variable',
        root && plain(root),
        path.map((step) => (typeof step === 'string' ? step : plain(step))),
      ]
    }
    case 'range':
      return ['range', plain(expression.from), plain(expression.to)]
    case 'binary':
      return [expression.operator, plain(expression.left), plain(expression.right)]
    case 'not':
      return ['not', plain(expression.operand)]
    default:
      return [expression.type]
  }
}
