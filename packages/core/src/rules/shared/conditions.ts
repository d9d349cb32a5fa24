import type {
  Arm,
  Binary,
  Expression,
  Filtered,
  SyntaxProblem,
  Template,
} from '../../syntax/tree.ts'
import { allArms } from '../../syntax/walk.ts'
import { overlapping } from '../../text/overlapping.ts'
import type { Span } from '../../text/span.ts'

/** The test of one `if`, `unless` or `elsif`. */
export interface Condition {
  readonly arm: Arm
  readonly value: Filtered
}

/** Every test of a template, those of a block in source order. */
export const conditionsOf = (template: Template): readonly Condition[] =>
  allArms(template.nodes).flatMap((arm) => (arm.condition ? [{ arm, value: arm.condition }] : []))

/** The problems that keep a part of a tag from being read. */
export const unreadable = ({ errors }: Template): readonly SyntaxProblem[] =>
  errors.filter(({ code }) => code !== 'unclosed-block')

/** Who gets the text of an arm whose test always has the same outcome. */
export const audience = ({ kind }: Arm, outcome: boolean): string =>
  outcome === (kind === 'unless')
    ? 'no customer gets this text'
    : 'every customer who gets here gets this text'

/**
 * Whether a literal in place of an empty value at a span can only win customers for one arm, those
 * with exactly that value: for a value of `when`, and for `==` below nothing but `and` and `or`.
 */
export function winsOneValue(template: Template): (span: Span) => boolean {
  return overlapping(
    allArms(template.nodes).flatMap(({ kind, values, condition }) =>
      condition?.filters.length === 0 && kind !== 'unless'
        ? equalities(condition.expression)
        : values,
    ),
  )
}

/** Whether an expression joins two others with `and` or `or`. */
export const isJoin = (expression: Expression): expression is Join =>
  expression.type === 'binary' && (expression.operator === 'and' || expression.operator === 'or')

export type Join = Binary & { readonly operator: 'and' | 'or' }

const equalities = (expression: Expression): readonly Span[] => {
  if (isJoin(expression)) return [...equalities(expression.left), ...equalities(expression.right)]
  return expression.type === 'binary' && expression.operator === '==' ? [expression] : []
}
