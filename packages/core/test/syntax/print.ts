import type {
  Arm,
  Expression,
  Filter,
  Filtered,
  Node,
  SyntaxProblem,
  Template,
} from '../../src/syntax/tree.ts'
import { Lines } from '../../src/text/lines.ts'
import type { Span } from '../../src/text/span.ts'

const literal = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? `'${value}'` : String(value)

/** Fully bracketed; `∅` is an operand that is not there. */
export const printExpression = (expression: Expression): string => {
  switch (expression.type) {
    case 'missing':
      return '∅'
    case 'literal':
      return `${expression.keyword ?? literal(expression.value)}${expression.closed ? '' : '…'}`
    case 'range':
      return `(${printExpression(expression.from)}..${printExpression(expression.to)})`
    case 'not':
      return `(not ${printExpression(expression.operand)})`
    case 'binary': {
      const { left, operator, right } = expression
      return `(${printExpression(left)} ${operator} ${printExpression(right)})`
    }
    case 'variable': {
      const steps = expression.path.map((step) =>
        typeof step === 'string' ? `.${step}` : `[${printExpression(step)}]`,
      )
      const path = steps.join('')
      return expression.root ? printExpression(expression.root) + path : path.replace(/^\./, '')
    }
  }
}

const printFilter = ({ name, args }: Filter): string => {
  const values = args.map(({ key, value }) => (key ? `${key}: ` : '') + printExpression(value))
  return ` | ${name}${args.length > 0 ? `: ${values.join(', ')}` : ''}`
}

/** A value, its filters, and behind `ignoring` what LiquidJS drops. */
export const printFiltered = (value: Filtered): string => {
  const ignored = value.ignored.map(printExpression).join(' ')
  const filters = value.filters.map(printFilter).join('')
  return printExpression(value.expression) + filters + (ignored && ` ignoring ${ignored}`)
}

const span = ({ start, end }: Span): string => `${start}-${end}`
const optional = (value: Filtered | undefined): string => (value ? printFiltered(value) : '?')
const list = (values: readonly Expression[]): string => values.map(printExpression).join(', ')
const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

const printArm = (arm: Arm, source: string): string[] => {
  const says = [arm.condition && printFiltered(arm.condition), list(arm.values)]
  const head = [arm.kind, ...says.filter((part) => part), span(arm)].join(' ')
  return [head, ...indent(printNodes(arm.body, source))]
}

const describe = (node: Node, source: string): string => {
  const slice = ({ start, end }: Span): string => JSON.stringify(source.slice(start, end))
  switch (node.type) {
    case 'text': {
      const whole = source.slice(node.start, node.end)
      return (
        JSON.stringify(whole) + (whole === node.value ? '' : ` → ${JSON.stringify(node.value)}`)
      )
    }
    case 'placeholder':
      return node.name
    case 'output':
    case 'echo':
      return optional(node.value)
    case 'assign':
      return `${node.name} = ${optional(node.value)}`
    case 'case':
      return optional(node.subject)
    case 'for':
    case 'tablerow': {
      const pairs = node.parameters.map(({ key, value }) => `${key}: ${printExpression(value)}`)
      const collection = node.collection ? printExpression(node.collection) : '?'
      return [`${node.variable} in ${collection}`, ...pairs].join(', ')
    }
    case 'capture':
      return node.name
    case 'comment':
    case 'raw':
      return slice(node.body)
    case 'inline-comment':
      return slice(node.tag.args)
    case 'tag':
      return `${node.tag.name}${node.known ? '' : '?'} ${list(node.values)}`.trim()
    case 'junk':
      return slice(node)
    default:
      return ''
  }
}

const printNode = (node: Node, source: string): string[] => {
  const head = [node.type, describe(node, source), span(node)].filter((part) => part).join(' ')
  const inner: string[] = []
  if (node.type === 'case' && node.preamble.length > 0) {
    inner.push('preamble', ...indent(printNodes(node.preamble, source)))
  }
  if ('arms' in node) inner.push(...node.arms.flatMap((arm) => printArm(arm, source)))
  else if ('body' in node && Array.isArray(node.body)) inner.push(...printNodes(node.body, source))
  const isOpen = 'closing' in node || !('arms' in node || 'opening' in node)
  return [head + (isOpen ? '' : ' unclosed'), ...indent(inner)]
}

const printNodes = (nodes: readonly Node[], source: string): string[] =>
  nodes.flatMap((node) => printNode(node, source))

/** A problem as a code frame: the line, and marks under what it is about. */
const printProblem = (problem: SyntaxProblem, lines: Lines): string[] => {
  const from = lines.position(problem.start)
  const to = lines.position(problem.end)
  const line = lines.line(from.line)
  const width = to.line === from.line ? to.column - from.column : line.length + 1 - from.column
  const what = [problem.code, problem.name, problem.detail && `(${problem.detail})`]
  return [
    `${from.line}:${from.column} ${what.filter((part) => part).join(' ')}`,
    `  | ${line}`,
    `  | ${' '.repeat(from.column - 1)}${'^'.repeat(Math.max(width, 1))}`,
  ]
}

/** A tree and its problems as text for a reviewer. */
export const printTemplate = (template: Template): string => {
  const lines = new Lines(template.source)
  const problems = template.errors.flatMap((problem) => printProblem(problem, lines))
  const nodes = printNodes(template.nodes, template.source)
  return [...nodes, ...(problems.length > 0 ? ['', ...problems] : []), ''].join('\n')
}
