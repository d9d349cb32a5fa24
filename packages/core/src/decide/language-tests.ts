import { namesFrom, namesIn, namesOf, type Value } from '../syntax/flow.ts'
import type { Arm, Expression, Filtered, Literal, Template } from '../syntax/tree.ts'
import { variablesOf, walk } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'

/** A literal that the template compares with its language variable. */
export interface LanguageTest {
  readonly literal: string
  /** Where the literal stands, quotes included. */
  readonly span: Span
  readonly operator: '==' | '!=' | 'contains' | 'when'
  /** False under `unless`, `not` and `!=`: the language that it names is the one shut out. */
  readonly positive: boolean
}

/** The language variable and the names that take its value over. */
export type LanguageNames = ReadonlySet<string>

/** Follows assignments, captures and loops from the language variable, in any order. */
export const languageNames = (template: Template, variable: string): LanguageNames =>
  namesFrom(template, variable, namesIn)

/** Whether a value depends on the language variable. */
export const readsLanguage = (value: Value, names: LanguageNames): boolean =>
  namesIn(value).some((name) => names.has(name))

/** Whether anything in the template depends on the language variable. */
export const templateReadsLanguage = (template: Template, names: LanguageNames): boolean =>
  variablesOf(template).some((variable) => namesOf(variable).some((name) => names.has(name)))

/** Whether an arm is entered depending on the language variable. */
export const testsLanguage = (
  arm: Arm,
  subject: Filtered | undefined,
  names: LanguageNames,
): boolean =>
  [arm.condition, subject, ...arm.values].some(
    (value) => value !== undefined && readsLanguage(value, names),
  )

/**
 * Every literal that is compared with the language variable or with a name assigned from it.
 * @param variable dotted path of the language variable, e.g. `request_language`
 */
export function languageTests(template: Template, variable: string): readonly LanguageTest[] {
  const names = languageNames(template, variable)
  const tests: LanguageTest[] = []
  walk(template.nodes, (node) => {
    if (node.type === 'if' || node.type === 'unless')
      for (const arm of node.arms)
        if (arm.condition) collect(arm.condition.expression, arm.kind !== 'unless', names, tests)
    if (node.type === 'case' && node.subject && readsLanguage(node.subject, names))
      for (const arm of node.arms)
        for (const value of arm.values)
          if (isText(value))
            tests.push({
              literal: value.value,
              span: spanOf(value),
              operator: 'when',
              positive: true,
            })
  })
  return tests
}

function collect(
  expression: Expression,
  positive: boolean,
  names: LanguageNames,
  into: LanguageTest[],
): void {
  if (expression.type === 'not') collect(expression.operand, !positive, names, into)
  if (expression.type !== 'binary') return
  const { left, right, operator } = expression
  if (operator === 'and' || operator === 'or') {
    collect(left, positive, names, into)
    collect(right, positive, names, into)
    return
  }
  if (operator !== '==' && operator !== '!=' && operator !== 'contains') return
  const literal = isText(right) && readsLanguage(left, names) ? right : undefined
  const mirrored =
    operator !== 'contains' && isText(left) && readsLanguage(right, names) ? left : undefined
  const found = literal ?? mirrored
  if (!found) return
  into.push({
    literal: found.value,
    span: spanOf(found),
    operator,
    positive: positive === (operator !== '!='),
  })
}

type QuotedText = Literal & { readonly value: string }

const isText = (expression: Expression): expression is QuotedText =>
  expression.type === 'literal' && expression.form === 'quoted'

const spanOf = ({ start, end }: Span): Span => ({ start, end })
