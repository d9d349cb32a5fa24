import { namesFrom, namesIn, namesOf, type Value } from '../syntax/flow.ts'
import type { Arm, Expression, Filtered, Template } from '../syntax/tree.ts'
import { variablesOf, walk } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'
import { isText, listedTexts, type QuotedText } from './listed-texts.ts'
import { isPartOf, laterParts } from './tag-parts.ts'

/** A literal that the template compares with its language variable. */
export interface LanguageTest {
  readonly literal: string
  /** Where the literal stands, quotes included. */
  readonly span: Span
  readonly operator: '==' | '!=' | 'contains' | 'when'
  /** False where the language that it names gets no text of its own: `unless`, `not`, `!=` without an `else`. */
  readonly positive: boolean
  /** Set where it names the region or script of a language that is tested for as well. */
  readonly part?: true
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
  const isLater = laterParts(template)
  const listed = listedTexts(template)
  const found: Found[] = []
  walk(template.nodes, (node) => {
    if (node.type === 'if' || node.type === 'unless')
      for (const { condition, kind } of node.arms) {
        const tests = condition
          ? comparisons(condition.expression, kind !== 'unless', names, listed)
          : []
        // Who is shut out gets the text of `else`.
        const hasElse = node.arms.some((arm) => arm.kind === 'else')
        found.push(...tests.map((test) => ({ ...test, positive: test.positive || hasElse })))
      }
    const subject = node.type === 'case' ? node.subject : undefined
    if (node.type === 'case' && subject && readsLanguage(subject, names))
      for (const literal of node.arms.flatMap((arm) => arm.values).filter(isText))
        found.push({ literal, operator: 'when', positive: true, compared: subject })
  })
  const whole = found.filter(({ compared }) => !isLater(compared))
  const languages = whole.map(({ literal }) => literal.value)
  const isPart = ({ literal, operator, compared }: Found): boolean =>
    (isLater(compared) || (operator === 'contains' && isScript(literal.value))) &&
    isPartOf(literal.value, languages)
  return found.map((test) => ({
    literal: test.literal.value,
    span: spanOf(test.literal),
    operator: test.operator,
    positive: test.positive,
    ...(isPart(test) && { part: true }),
  }))
}

/** `hant`, `-Hant`: four letters are a script, https://www.rfc-editor.org/rfc/rfc5646#section-2.2.3 */
const isScript = (literal: string): boolean => /^[-_#]?[a-z]{4}$/i.test(literal)

interface Found extends Pick<LanguageTest, 'operator' | 'positive'> {
  readonly literal: QuotedText
  readonly compared: Expression | Filtered
}

function comparisons(
  expression: Expression,
  positive: boolean,
  names: LanguageNames,
  listed: ReturnType<typeof listedTexts>,
): readonly Found[] {
  if (expression.type === 'not') return comparisons(expression.operand, !positive, names, listed)
  if (expression.type !== 'binary') return []
  const { left, right, operator } = expression
  if (operator === 'and' || operator === 'or')
    return [left, right].flatMap((side) => comparisons(side, positive, names, listed))
  if (operator !== '==' && operator !== '!=' && operator !== 'contains') return []
  const found = { operator, positive: positive === (operator !== '!=') }
  if (isText(right) && readsLanguage(left, names))
    return [{ ...found, literal: right, compared: left }]
  if (!readsLanguage(right, names)) return []
  const literals = operator === 'contains' ? listed(left) : isText(left) ? [left] : []
  return literals.map((literal) => ({ ...found, operator: '==', literal, compared: right }))
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
