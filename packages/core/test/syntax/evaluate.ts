import { Context, defaultOperators, evalToken, isTruthy, Tokenizer, toValueSync } from 'liquidjs'
import type { Expression, Filtered, Node, Template } from '../../src/syntax/tree.ts'
import type { Span } from '../../src/text/span.ts'
import { engine } from './engine.ts'

/** Thrown where the tree holds what is not interpreted here: loops, files, counters, blocks. */
export class NotInterpreted extends Error {}

/** One rendering of a tree: LiquidJS reads variables and knows operators, the tree says the rest. */
interface Rendering {
  readonly source: string
  readonly context: Context
}

const newRendering = (source: string, scope: object): Rendering => ({
  source,
  context: new Context(scope, engine.options, { sync: true }, { liquid: engine }),
})

/** `not` takes one operand; the type of the table knows only two. */
const not = defaultOperators.not as (operand: unknown, context: Context) => Generator

const read = ({ source, context }: Rendering, { start, end }: Span): unknown =>
  engine.evalValueSync(source.slice(start, end), context)

/** A single operand, which may be named like an operator: `or` in `{% when or %}`. */
const readOperand = ({ source, context }: Rendering, { start, end }: Span): unknown =>
  toValueSync(evalToken(new Tokenizer(source.slice(start, end)).readValue(), context))

const expressionValue = (rendering: Rendering, expression: Expression): unknown => {
  const { context } = rendering
  const value = (operand: Expression): unknown => expressionValue(rendering, operand)
  switch (expression.type) {
    case 'missing':
      return undefined
    case 'literal':
      return expression.form === 'keyword' ? readOperand(rendering, expression) : expression.value
    case 'variable':
    case 'range':
      return readOperand(rendering, expression)
    case 'not':
      return toValueSync(not(value(expression.operand), context))
    case 'binary': {
      const operator = defaultOperators[expression.operator]!
      return toValueSync(operator(value(expression.left), value(expression.right), context))
    }
  }
}

/** The value of the tree of `source` under a scope; filters are left to LiquidJS. */
export const evaluate = (source: string, value: Filtered, scope: object): unknown =>
  filteredValue(newRendering(source, scope), value)

const filteredValue = (rendering: Rendering, value: Filtered): unknown =>
  value.filters.length > 0 ? read(rendering, value) : expressionValue(rendering, value.expression)

const shown = engine.parse('{{ value }}')

/** What a value is written as. */
const emit = (rendering: Rendering, value: Filtered | undefined): string =>
  value ? engine.renderSync(shown, { value: filteredValue(rendering, value) }) : ''

const isChosen = (rendering: Rendering, test: Filtered | undefined, negate: boolean): boolean =>
  isTruthy(test && filteredValue(rendering, test), rendering.context) !== negate

const renderNode = (rendering: Rendering, node: Node): string => {
  const { source, context } = rendering
  const bodies = (nodes: readonly Node[]): string => renderNodes(rendering, nodes)
  switch (node.type) {
    case 'text':
      return node.value
    case 'placeholder':
      return source.slice(node.start, node.end)
    case 'output':
    case 'echo':
      return emit(rendering, node.value)
    case 'assign':
      Object.assign(context.bottom(), { [node.name]: filteredValue(rendering, node.value!) })
      return ''
    case 'capture':
      Object.assign(context.bottom(), { [node.name]: bodies(node.body) })
      return ''
    case 'if':
    case 'unless': {
      const chosen = node.arms.find(
        (arm) => arm.kind === 'else' || isChosen(rendering, arm.condition, arm.kind === 'unless'),
      )
      return chosen ? bodies(chosen.body) : ''
    }
    case 'case': {
      const subject = node.subject && toValueSync(filteredValue(rendering, node.subject))
      const end = node.arms.findIndex((arm) => arm.kind === 'else')
      const equals = (value: Expression) =>
        toValueSync(defaultOperators['==']!(subject, expressionValue(rendering, value), context))
      const whens = node.arms.slice(0, end === -1 ? undefined : end)
      const chosen = whens.filter((arm) => arm.values.some(equals))
      if (chosen.length > 0) return chosen.map((arm) => bodies(arm.body)).join('')
      return bodies(node.arms[end]?.body ?? [])
    }
    case 'liquid':
      return bodies(node.body)
    case 'comment':
    case 'inline-comment':
      return ''
    case 'raw':
      // On lines of their own LiquidJS loses the indentation of what stands between them.
      if (!source.startsWith('{%', node.start)) throw new NotInterpreted()
      return source.slice(node.body.start, node.body.end)
    case 'tag':
      if (['when', 'else'].includes(node.tag.name)) return ''
      throw new NotInterpreted()
    default:
      throw new NotInterpreted()
  }
}

const renderNodes = (rendering: Rendering, nodes: readonly Node[]): string =>
  nodes.map((node) => renderNode(rendering, node)).join('')

/**
 * Renders a tree by what it says.
 * @throws NotInterpreted, or what LiquidJS throws on a value.
 */
export const render = (template: Template, scope: object): string =>
  renderNodes(newRendering(template.source, scope), template.nodes)
