import type { TemplateRule } from '../lint/rule.ts'
import type { Expression } from '../syntax/tree.ts'
import { collect, filteredOf } from '../syntax/walk.ts'
import { shortened } from '../text/shortened.ts'
import { textOf } from '../text/span.ts'
import { isJoin } from './shared/conditions.ts'

/** LiquidJS and Ruby Liquid: https://shopify.dev/docs/api/liquid/basics#order-of-operations */
export const mixedAndOr: TemplateRule = {
  name: 'mixed-and-or',
  group: 'syntax',
  severity: 'warning',
  summary: '`and` and `or` in one test are read from the right, which may choose another text.',
  on: 'template',
  about: 'liquid',
  check: ({ template }) => {
    const values = collect(template.nodes, filteredOf).map((value) => value.expression)
    return values.filter(isMixed).map((expression) => ({
      start: expression.start,
      end: expression.end,
      message: `\`and\` and \`or\` weigh the same in Liquid and are read from the right, so customers get this text by \`${grouped(template.source, expression)}\`. Nest two \`if\`s to say what you mean`,
    }))
  },
}

const isMixed = (expression: Expression): boolean => new Set(joins(expression)).size > 1

/** The `and`s and `or`s of a chain; LiquidJS groups to the right, so they all stand on its right side. */
const joins = (expression: Expression): readonly string[] =>
  isJoin(expression) ? [expression.operator, ...joins(expression.right)] : []

/** The expression with the parentheses that Liquid does not have: `a and (b or c)`. */
function grouped(source: string, expression: Expression): string {
  if (!isJoin(expression)) return shortened(textOf(source, expression), longest)
  const { operator, left, right } = expression
  const rest = grouped(source, right)
  const inner = isJoin(right) && right.operator !== operator ? `(${rest})` : rest
  return `${shortened(textOf(source, left), longest)} ${operator} ${inner}`
}

/** Of one operand. */
const longest = 40
