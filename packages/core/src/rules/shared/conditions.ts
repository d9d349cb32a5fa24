import type { Arm, Expression, Filtered, Template } from '../../syntax/tree.ts'
import { allArms } from '../../syntax/walk.ts'
import { contains, type Span } from '../../text/span.ts'

/** The test of one `if`, `unless` or `elsif`. */
export interface Condition {
  readonly arm: Arm
  readonly value: Filtered
  /** True for `unless`, whose text goes to those for whom the test fails. */
  readonly negated: boolean
}

/** Every test of a template, in source order of the blocks. */
export const conditionsOf = (template: Template): readonly Condition[] =>
  allArms(template.nodes).flatMap((arm) =>
    arm.condition ? [{ arm, value: arm.condition, negated: arm.kind === 'unless' }] : [],
  )

/** Who gets the text of an arm whose test always has the same outcome. */
export const audience = ({ negated }: Condition, outcome: boolean): string =>
  outcome === negated ? 'no customer gets this text' : 'every customer who gets here gets this text'

/**
 * Whether writing another literal at `span` can only win customers for one arm: those with exactly
 * that value. Holds for a value of `when`, and for `==` below nothing but `and` and `or`. Such a
 * place was never true before where no variable has that name.
 */
export const onlyWinsThatValue = (template: Template, span: Span): boolean =>
  allArms(template.nodes).some(
    (arm) =>
      arm.values.some((value) => contains(value, span)) ||
      ((arm.kind === 'if' || arm.kind === 'elsif') &&
        arm.condition?.filters.length === 0 &&
        comparesWith(arm.condition.expression, span)),
  )

const comparesWith = (expression: Expression, span: Span): boolean => {
  if (expression.type !== 'binary' || !contains(expression, span)) return false
  const { operator, left, right } = expression
  if (operator === '==') return true
  return (
    (operator === 'and' || operator === 'or') &&
    [left, right].some((side) => comparesWith(side, span))
  )
}
