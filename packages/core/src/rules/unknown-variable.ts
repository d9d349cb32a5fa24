import { isKnownLanguage } from '../language/tag.ts'
import type { Finding, Fix } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { knownVariable } from '../profile/known-variable.ts'
import type { Profile } from '../profile/profile.ts'
import type { Variable } from '../syntax/tree.ts'
import { pathOf } from '../syntax/walk.ts'
import type { Span } from '../text/span.ts'
import { winsOneValue } from './shared/conditions.ts'
import { meaningOf } from './shared/placeholder-names.ts'
import { freeVariables, type Use } from './shared/scope.ts'
import { smartQuotes } from './smart-quotes.ts'
import { unknownOperator } from './unknown-operator.ts'

export const unknownVariable: TemplateRule = {
  name: 'unknown-variable',
  group: 'syntax',
  severity: 'warning',
  summary:
    'A variable that does not exist leaves a gap in the message or a branch that nobody gets.',
  on: 'template',
  about: 'liquid',
  yieldsTo: [smartQuotes, unknownOperator],
  check: ({ template, profile }) => {
    const isSafe = winsOneValue(template)
    return freeVariables(template).flatMap((use) => findings(use, profile, isSafe))
  },
}

function findings(use: Use, profile: Profile, isSafe: (span: Span) => boolean): readonly Finding[] {
  const { variable, kind } = use
  const name = pathOf(variable)?.join('.') ?? String(variable.path[0])
  const { known, suggestion } = knownVariable(profile, name)
  if (known) return []
  const isWord = variable.path.length === 1
  if (kind === 'literal' && isWord && (suggestion === undefined || isKnownLanguage(name)))
    return [unquoted(variable, name, isSafe(variable))]
  const code = kind === 'printed' ? codeVariableFor(name, profile) : undefined
  if (code !== undefined) return [codeless(variable, name, code)]
  const meant = suggestion ?? languageVariableFor(name, profile)
  const { start, end } = variable
  const message = `There is no variable \`${name}\` here: ${effects[kind]}`
  if (meant === undefined) return [{ start, end, message }]
  return [
    {
      start,
      end,
      message: `${message}. Did you mean \`${meant}\`?`,
      fixes: [rename(variable, meant)],
    },
  ]
}

/** `tag == fr` */
const unquoted = ({ start, end }: Variable, name: string, safe: boolean): Finding => ({
  start,
  end,
  message: `\`${name}\` without quotes is a variable, and there is none of that name: no customer matches it. Write \`'${name}'\``,
  fixes: [{ title: 'Put it in quotes', safe, edits: [{ start, end, text: `'${name}'` }] }],
})

const effects: Readonly<Record<Use['kind'], string>> = {
  printed: 'customers get a text with a gap',
  compared: 'no customer matches it',
  literal: 'no customer matches it',
  other: 'it is empty for every customer',
}

/** The code variable that a name stands for, whatever stands before its last dot. */
function codeVariableFor(name: string, profile: Profile): string | undefined {
  const meanings = [name, name.split('.').at(-1)!].map((word) => meaningOf(word, profile, false))
  return meanings.find((meaning) => meaning?.isCode)?.variable
}

const codeless = (variable: Variable, name: string, meant: string): Finding => ({
  start: variable.start,
  end: variable.end,
  severity: 'error',
  lost: 'code',
  message: `There is no variable \`${name}\`: customers get a text without the code. Write \`${meant}\``,
  fixes: [rename(variable, meant)],
})

/** What other templates and other languages call the customer's language. */
const languageVariableFor = (name: string, { languageVariable }: Profile): string | undefined =>
  /^(?:request\.?)?(?:lang|language|locale)(?:code)?$/i.test(name.replaceAll('_', ''))
    ? languageVariable
    : undefined

const rename = ({ start, end }: Variable, text: string): Fix => ({
  title: `Use \`${text}\``,
  safe: false,
  edits: [{ start, end, text }],
})
