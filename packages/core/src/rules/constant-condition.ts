import type { Finding, Fix } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Binary, Expression } from '../syntax/tree.ts'
import { overlapping } from '../text/overlapping.ts'
import { type Span, textOf } from '../text/span.ts'
import { audience, type Condition, conditionsOf, isJoin, unreadable } from './shared/conditions.ts'
import { truthOf, truthOfExpression } from './shared/truth.ts'
import { smartQuotes } from './smart-quotes.ts'
import { unknownOperator } from './unknown-operator.ts'

export const constantCondition: TemplateRule = {
  name: 'constant-condition',
  group: 'proof',
  severity: 'warning',
  summary: 'A test that does not depend on the customer: everybody or nobody gets its text.',
  on: 'template',
  about: 'liquid',
  yieldsTo: [smartQuotes, unknownOperator],
  check: ({ template }) => {
    const isUnreadable = overlapping(unreadable(template))
    return conditionsOf(template)
      .filter(({ arm }) => !isUnreadable(arm.tag.args))
      .flatMap((condition) =>
        findings(template.source, condition).map((found) => ({
          ...found,
          causes: [condition.arm.tag.args],
        })),
      )
  },
}

function findings(source: string, { value, arm }: Condition): readonly Finding[] {
  const outcome = truthOf(value)
  const [first] = value.filters
  if (first !== undefined) {
    if (outcome === undefined) return []
    const message = `\`${first.name}\` works on the outcome of the test and makes it true: ${audience(arm, true)}`
    return [{ start: first.start, end: value.end, message }]
  }
  const operands = operandsOf(value.expression)
  if (outcome !== undefined) {
    const cause = operands.find(({ expression }) => truthOfExpression(expression) === outcome)
    return [
      finding(source, cause ?? { expression: value.expression }, operands, audience(arm, outcome)),
    ]
  }
  return operands.flatMap((operand) => {
    const { expression } = operand
    if (looksForNothing(expression)) return [everyText(source, expression)]
    const part = expression.type === 'missing' ? undefined : truthOfExpression(expression)
    if (part === undefined) return []
    return [finding(source, operand, operands, `it holds for ${part ? 'every' : 'no'} customer`)]
  })
}

/** One test in a chain of `and` and `or`. */
interface Operand {
  readonly expression: Expression
  /** What joins it to its neighbour. */
  readonly join?: Binary
}

/** LiquidJS groups to the right, so a chain goes on on the right side only. */
function operandsOf(expression: Expression, join?: Binary): readonly Operand[] {
  if (isJoin(expression))
    return [...operandsOf(expression.left, expression), ...operandsOf(expression.right, expression)]
  return [join === undefined ? { expression } : { expression, join }]
}

function finding(
  source: string,
  operand: Operand,
  all: readonly Operand[],
  effect: string,
): Finding {
  const { expression, join } = operand
  const lacking = expression.type === 'missing' ? join : lackingValue(expression)
  if (lacking !== undefined) {
    const { start, end } = lacking.operatorSpan
    const message = `\`${lacking.operator}\` has a value on one side only: ${effect}`
    return { start, end, message }
  }
  const { start, end } = expression
  const text = `\`${textOf(source, expression)}\``
  const isText = expression.type === 'literal' && expression.form === 'quoted'
  if (!isText) return { start, end, message: `${text} asks nothing about the customer: ${effect}` }
  const message = `${text} alone is no test, every text counts as true: ${effect}`
  const before = all.slice(0, all.indexOf(operand)).map((other) => other.expression)
  const model = before.findLast(isComparison)
  return { start, end, message, ...(model && { fixes: [repeat(source, model, expression)] }) }
}

const isComparison = (expression: Expression): expression is Binary =>
  expression.type === 'binary' &&
  expression.left.type === 'variable' &&
  expression.right.type === 'literal'

const lackingValue = (expression: Expression): Binary | undefined =>
  expression.type === 'binary' &&
  (expression.left.type === 'missing' || expression.right.type === 'missing')
    ? expression
    : undefined

/** `tag == 'fr' or 'de'` → `tag == 'fr' or tag == 'de'` */
function repeat(source: string, { left, operator }: Binary, { start }: Span): Fix {
  const test = `${textOf(source, left)} ${operator} `
  return {
    title: `Ask \`${test.trim()}\` again`,
    safe: false,
    edits: [{ start, end: start, text: test }],
  }
}

const looksForNothing = (expression: Expression): expression is Binary =>
  expression.type === 'binary' &&
  expression.operator === 'contains' &&
  expression.right.type === 'literal' &&
  expression.right.form === 'quoted' &&
  expression.right.value === ''

const everyText = (source: string, { left, right }: Binary): Finding => ({
  start: right.start,
  end: right.end,
  message: `Every text contains an empty one: this is true for every customer for whom \`${textOf(source, left)}\` is set`,
})
