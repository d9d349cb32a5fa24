import { languageNames, languageTests } from '../../decide/language-tests.ts'
import { deprecatedLanguages, isKnownLanguage } from '../../language/tag.ts'
import type { Fix } from '../../lint/diagnostic.ts'
import type { TemplateContext } from '../../lint/rule.ts'
import type { Assign, Binary, Expression, Filtered, Literal, Template } from '../../syntax/tree.ts'
import { armsOf, collect, pathOf, variableNames, walkExpression } from '../../syntax/walk.ts'
import type { Edit } from '../../text/span.ts'

/** The first language of the list without its region, whatever its letter case and separator. */
export const firstLanguage =
  "downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first"

/**
 * Compares the first language of the list, in the recommended idiom, wherever the template tests the language. Only
 * where every test is for another language as a whole: what regions and scripts mean is for the author to say.
 */
export function idiomFixes({ template, profile }: TemplateContext): readonly Fix[] {
  const variable = profile.languageVariable
  if (profile.resolvesLanguage) return []
  const known = languageTests(template, variable)
  const assigns = collect(template.nodes, (node) => (node.type === 'assign' ? [node] : []))
  const derived = [...languageNames(template, variable)].filter((name) => name !== variable)
  const own = assigns.filter(({ name }) => derived.includes(name))
  const source = own[0]
  if (derived.length > 1 || own.length > 1 || (source && !reads(source, variable))) return []
  const tested = source?.name ?? variable
  const tests = testsOf(template, tested)
  const languages = languagesOf(tests)
  if (languages === undefined || tests.length === 0 || tests.length !== known.length) return []
  const name = source?.name ?? freeName(template)
  const edits = tests.map((test) => rewritten(test, name, languages.get(test.literal.value)!))
  return [
    {
      title: 'Compare the first language of the list',
      safe: false,
      edits: [
        assignment(template, variable, name, source),
        ...subjects(template, tested, name),
        ...edits,
      ],
    },
  ]
}

/** One literal that is compared with the language. */
interface Test {
  readonly literal: Literal & { readonly value: string }
  /** Absent for a value of `when`. */
  readonly comparison?: Binary
  /** Whether `or` and another test may follow: nothing else stands in the condition. */
  readonly alone: boolean
}

const isVariable = (expression: Expression, name: string): boolean =>
  expression.type === 'variable' && pathOf(expression)?.join('.') === name

const isQuoted = (expression: Expression): expression is Test['literal'] =>
  expression.type === 'literal' && expression.form === 'quoted' && expression.closed

const isSubject = (subject: Filtered | undefined, name: string): subject is Filtered =>
  subject !== undefined && subject.filters.length === 0 && isVariable(subject.expression, name)

const reads = ({ value }: Assign, name: string): boolean =>
  value !== undefined && isVariable(value.expression, name)

function testsOf({ nodes }: Template, name: string): readonly Test[] {
  return collect(nodes, (node) => {
    if (node.type === 'case')
      return isSubject(node.subject, name)
        ? node.arms.flatMap(({ values }) =>
            values.filter(isQuoted).map((literal) => ({ literal, alone: true })),
          )
        : []
    return armsOf(node).flatMap(({ condition }) =>
      condition ? comparisonsIn(condition, name) : [],
    )
  })
}

function comparisonsIn({ expression }: Filtered, name: string): readonly Test[] {
  const found: Test[] = []
  walkExpression(expression, (part) => {
    if (part.type !== 'binary' || !isVariable(part.left, name) || !isQuoted(part.right)) return
    if (part.operator !== '==' && part.operator !== '!=' && part.operator !== 'contains') return
    const alone = part === expression && part.operator !== '!='
    found.push({ literal: part.right, comparison: part, alone })
  })
  return found
}

/** The language that each literal stands for; undefined where two stand for the same one, or one for none. */
function languagesOf(tests: readonly Test[]): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>()
  for (const { value } of tests.map(({ literal }) => literal)) {
    const [language = '', ...others] = value.toLowerCase().split(/[-_]/)
    if (!isKnownLanguage(value) || others.some((part) => part.length === 4)) return undefined
    found.set(value, deprecatedLanguages.get(language) ?? language)
  }
  return new Set(found.values()).size === found.size ? found : undefined
}

function rewritten({ literal, comparison, alone }: Test, name: string, language: string): Edit {
  const old = [...deprecatedLanguages].flatMap(([code, today]) =>
    today === language ? [code] : [],
  )
  const codes = [language, ...(alone ? old : [])].map((code) => `'${code}'`)
  if (comparison === undefined)
    return { start: literal.start, end: literal.end, text: codes.join(', ') }
  const operator = comparison.operator === '!=' ? '!=' : '=='
  const text = codes.map((code) => `${name} ${operator} ${code}`).join(' or ')
  return { start: comparison.start, end: comparison.end, text }
}

/** `case request_language` → `case tag` */
const subjects = (template: Template, tested: string, name: string): readonly Edit[] =>
  tested === name
    ? []
    : collect(template.nodes, (node) =>
        node.type === 'case' && isSubject(node.subject, tested)
          ? [{ start: node.subject.start, end: node.subject.end, text: name }]
          : [],
      )

function assignment(
  { source }: Template,
  variable: string,
  name: string,
  own: Assign | undefined,
): Edit {
  const value = `${variable} | ${firstLanguage}`
  if (own?.value) return { start: own.value.start, end: own.value.end, text: value }
  const trims = /^\{[{%]-/.test(source)
  const text = trims ? `{%- assign ${name} = ${value} -%}\n` : `{% assign ${name} = ${value} %}`
  return { start: 0, end: 0, text }
}

const freeName = (template: Template): string => {
  const taken = variableNames(template)
  return ['tag', 'language', 'language_tag'].find((name) => !taken.has(name)) ?? 'codeword_tag'
}
