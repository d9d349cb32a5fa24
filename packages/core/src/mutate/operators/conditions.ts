import type { Arm, Binary, Expression, Filtered, Node } from '../../syntax/tree.ts'
import { armsOf, collect, walkExpression } from '../../syntax/walk.ts'
import { type Edit, spanOf } from '../../text/span.ts'
import type { Mutant, Operator, OperatorName } from '../mutant.ts'

/** Asks another question in a condition of `if`, `unless` and `elsif`. */
export const conditions: Operator = ({ nodes, source }) =>
  collect(nodes, (node) =>
    liveArms(node).flatMap(({ condition }) =>
      condition === undefined || isOdd(condition)
        ? []
        : [...operatorsIn(condition, source), negated(condition)],
    ),
  )

/** Arms after an `else` are never rendered. */
export function liveArms(node: Node): readonly Arm[] {
  const arms = armsOf(node)
  const last = arms.findIndex(({ kind }) => kind === 'else')
  return last < 0 ? arms : arms.slice(0, last + 1)
}

/** What LiquidJS reads otherwise than it is written. */
function isOdd({ expression, filters, ignored }: Filtered): boolean {
  let misses = false
  walkExpression(expression, ({ type }) => {
    misses ||= type === 'missing'
  })
  return misses || filters.length > 0 || ignored.length > 0
}

const others: Readonly<Record<string, readonly [OperatorName, string]>> = {
  contains: ['equals-for-contains', '=='],
  '==': ['contains-for-equals', 'contains'],
  and: ['or-for-and', 'or'],
  or: ['and-for-or', 'and'],
}

function operatorsIn({ expression }: Filtered, source: string): readonly Mutant[] {
  const found: Mutant[] = []
  walkExpression(expression, (part) => {
    const [operator, other] = (part.type === 'binary' && others[part.operator]) || []
    if (part.type !== 'binary' || operator === undefined || other === undefined) return
    if (part.operator === '==' && !comparesText(part)) return
    const span = spanOf(part.operatorSpan.start, part.operatorSpan.end)
    const fault = `${other} instead of ${part.operator}`
    found.push({ operator, span, fault, edits: [{ ...span, text: spaced(span, other, source) }] })
  })
  return found
}

const comparesText = ({ left, right }: Binary): boolean =>
  [left, right].some((side) => side.type === 'literal' && side.form === 'quoted')

/** An operator needs no blanks around it, a word does. */
function spaced(
  { start, end }: Edit | { start: number; end: number },
  word: string,
  source: string,
): string {
  const isBlankAt = (at: number): boolean => /\s/.test(source[at] ?? '')
  return `${isBlankAt(start - 1) ? '' : ' '}${word}${isBlankAt(end) ? '' : ' '}`
}

const negated = ({ expression }: Filtered): Mutant => ({
  operator: 'negate-condition',
  span: spanOf(expression.start, expression.end),
  fault: 'the opposite condition',
  edits: negation(expression),
})

/**
 * De Morgan's law: Liquid has no parentheses, and since it groups `and` and `or` alike, swapping all of them keeps
 * the groups. https://liquidjs.com/tutorials/operators.html
 */
function negation(expression: Expression): readonly Edit[] {
  const { start } = expression
  if (expression.type === 'not') return [{ start, end: expression.operand.start, text: '' }]
  if (expression.type !== 'binary') return [{ start, end: start, text: 'not ' }]
  const { operator, left, right, operatorSpan } = expression
  const instead = (text: string): Edit => ({
    start: operatorSpan.start,
    end: operatorSpan.end,
    text,
  })
  switch (operator) {
    case 'and':
      return [...negation(left), instead('or'), ...negation(right)]
    case 'or':
      return [...negation(left), instead('and'), ...negation(right)]
    case '==':
      return [instead('!=')]
    case '!=':
      return [instead('==')]
    default:
      return [{ start, end: start, text: 'not ' }]
  }
}
