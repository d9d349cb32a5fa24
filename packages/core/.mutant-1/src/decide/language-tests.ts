import type {
  Arm,
  Expression,
  Filtered,
  Literal,
  Node,
  Template,
  Variable,
} from '../syntax/tree.ts'
import { partsOf, pathOf, variablesOf, walk, walkExpression } from '../syntax/walk.ts'
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

/** The language variable and the names assigned from it. */
export interface LanguageNames {
  readonly variable: string
  readonly derived: ReadonlySet<string>
}

/** Follows assignments, captures and loops from the language variable, in any order. */
export function languageNames(template: Template, variable: string): LanguageNames {
  const derived = new Set<string>()
  const names = { variable, derived }
  let size: number
  do {
    size = derived.size
    walk(template.nodes, (node) => {
      if (node.type === 'assign' && node.value && readsLanguage(node.value, names))
        derived.add(node.name)
      if (isLoop(node) && node.collection && mentions(node.collection, names))
        derived.add(node.variable)
      if (node.type === 'capture' && node.body.some((child) => emitsLanguage(child, names)))
        derived.add(node.name)
    })
  } while (derived.size > size)
  return names
}

const isLoop = (node: Node): node is Extract<Node, { type: 'for' | 'tablerow' }> =>
  node.type === 'for' || node.type === 'tablerow'

const emitsLanguage = (node: Node, names: LanguageNames): boolean =>
  (node.type === 'output' || node.type === 'echo') &&
  node.value !== undefined &&
  readsLanguage(node.value, names)

/** Whether a value with filters depends on the language variable. */
const readsLanguage = (value: Filtered, names: LanguageNames): boolean =>
  partsOf(value).some((expression) => mentions(expression, names))

/** Whether anything in the template depends on the language variable. */
export const templateReadsLanguage = (template: Template, names: LanguageNames): boolean =>
  variablesOf(template).some((variable) => namesLanguage(variable, names))

/** Whether an arm is entered depending on the language variable. */
export const testsLanguage = (
  arm: Arm,
  subject: Filtered | undefined,
  names: LanguageNames,
): boolean =>
  (arm.condition !== undefined && readsLanguage(arm.condition, names)) ||
  (subject !== undefined && readsLanguage(subject, names)) ||
  arm.values.some((value) => mentions(value, names))

function mentions(expression: Expression, names: LanguageNames): boolean {
  let found = false
  walkExpression(expression, (part) => {
    found ||= part.type === 'variable' && namesLanguage(part, names)
  })
  return found
}

function namesLanguage(variable: Variable, names: LanguageNames): boolean {
  const path = pathOf(variable)
  if (path === undefined) return names.derived.has(String(variable.path[0]))
  return (
    names.derived.has(path[0]!) || names.variable.split('.').every((step, i) => path[i] === step)
  )
}

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
  const literal = isText(right) && mentions(left, names) ? right : undefined
  const mirrored =
    operator !== 'contains' && isText(left) && mentions(right, names) ? left : undefined
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
