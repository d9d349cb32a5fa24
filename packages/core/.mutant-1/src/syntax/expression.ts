import { type Tokenizer, TypeGuards } from 'liquidjs'
import type { Reader } from './reader.ts'
import { Unreadable } from './reader.ts'
import type { Binary, Expression, Literal, Missing, Range, Variable } from './tree.ts'

type ValueToken = NonNullable<ReturnType<Tokenizer['readValue']>>
type OperatorToken = NonNullable<ReturnType<Tokenizer['readOperator']>>

/**
 * How deep blocks, and apart from them expressions, may nest. LiquidJS has no limit of its own and
 * overflows the stack somewhere above; everybody who walks the tree may recurse.
 */
export const maximumDepth = 1000

/** What LiquidJS makes of a run of operands and operators: the result, and what it ignores. */
export interface Evaluated {
  readonly expression: Expression
  readonly ignored: readonly Expression[]
}

/** An operand that is not there. */
export const missing = (at: number): Missing => ({ type: 'missing', start: at, end: at })

const keywordValues: Readonly<Record<string, Literal['value']>> = {
  true: true,
  false: false,
  nil: null,
  null: null,
  empty: '',
  blank: '',
}

const tooDeep = (at: number): Unreadable =>
  new Unreadable(`nested more than ${maximumDepth} deep`, at, true)

/** A text is closed if its last quote is the opening one again and is not escaped. */
const isClosed = (input: string, begin: number, end: number): boolean => {
  if (end - begin < 2 || input[end - 1] !== input[begin]) return false
  let at = end - 2
  while (at > begin && input[at] === '\\') at--
  return (end - 2 - at) % 2 === 0
}

/**
 * The expression of one operand as LiquidJS's `readValue` read it.
 * @throws Unreadable where brackets nest too deep.
 */
export const toExpression = (token: ValueToken, depth = 0): Expression => {
  const span = { start: token.begin, end: token.end }
  if (depth > maximumDepth) throw tooDeep(token.begin)
  if (TypeGuards.isQuotedToken(token)) {
    const closed = isClosed(token.input, token.begin, token.end)
    return { type: 'literal', ...span, value: token.content, form: 'quoted', closed }
  }
  if (TypeGuards.isPropertyAccessToken(token)) {
    const root = token.variable && (toExpression(token.variable, depth + 1) as Literal | Range)
    const path: Variable['path'] = token.props.map((step) =>
      TypeGuards.isWordToken(step) ? step.content : toExpression(step as ValueToken, depth + 1),
    )
    return root ? { type: 'variable', ...span, root, path } : { type: 'variable', ...span, path }
  }
  if (TypeGuards.isNumberToken(token)) {
    return { type: 'literal', ...span, value: token.content, form: 'number', closed: true }
  }
  if (TypeGuards.isRangeToken(token)) {
    const from = toExpression(token.lhs, depth + 1)
    return { type: 'range', ...span, from, to: toExpression(token.rhs, depth + 1) }
  }
  const keyword = token.getText() as NonNullable<Literal['keyword']>
  const value = keywordValues[keyword] ?? null
  return { type: 'literal', ...span, value, form: 'keyword', keyword, closed: true }
}

/** An operator takes the two operands before it in postfix order, wherever they stand in the text. */
const apply = (operands: Expression[], depths: number[], token: OperatorToken): void => {
  const operatorSpan = { start: token.begin, end: token.end }
  const depth = Math.max(depths.pop() ?? 0, (token.operator !== 'not' && depths.pop()) || 0) + 1
  if (depth > maximumDepth) throw tooDeep(token.begin)
  depths.push(depth)
  const right = operands.pop()
  if (token.operator === 'not') {
    const operand = right ?? missing(token.end)
    const start = Math.min(token.begin, operand.start)
    const end = Math.max(token.end, operand.end)
    operands.push({ type: 'not', start, end, operatorSpan, operand })
    return
  }
  const gap = right && right.start < token.begin ? token.end : token.begin
  const sides = { left: operands.pop() ?? missing(gap), right: right ?? missing(token.end) }
  operands.push({
    type: 'binary',
    start: Math.min(token.begin, sides.left.start, sides.right.start),
    end: Math.max(token.end, sides.left.end, sides.right.end),
    operator: token.operator as Binary['operator'],
    operatorSpan,
    ...sides,
  })
}

/**
 * Reads operands and operators as far as there are any, and runs LiquidJS's postfix machine
 * (`toPostfix` and `Expression.evaluate` in its `src/render/expression.ts`) on expressions instead
 * of values: comparisons bind tighter than `not`, that tighter than `and` and `or`; equals group to
 * the right; the result is the lowest operand of the stack and the others are ignored.
 * @returns undefined where there is nothing to read.
 * @throws Unreadable where LiquidJS throws, or on too deep nesting.
 */
export const readExpression = (reader: Reader): Evaluated | undefined => {
  const operands: Expression[] = []
  const depths: number[] = []
  const operators: OperatorToken[] = []
  while (reader.p < reader.N) {
    const operator = reader.readOperator()
    if (operator) {
      const precedence = operator.getPrecedence()
      while (operators.length > 0 && operators.at(-1)!.getPrecedence() > precedence) {
        apply(operands, depths, operators.pop()!)
      }
      operators.push(operator)
      continue
    }
    const value = reader.readValue()
    if (!value) break
    operands.push(toExpression(value))
    depths.push(0)
  }
  while (operators.length > 0) apply(operands, depths, operators.pop()!)
  const [expression, ...ignored] = operands
  return expression && { expression, ignored }
}
