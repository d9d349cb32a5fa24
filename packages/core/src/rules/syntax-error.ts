import type { Analysis } from '../decide/analysis.ts'
import { customer } from '../lint/customer.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { SyntaxProblem } from '../syntax/tree.ts'
import { spanOf } from '../text/span.ts'
import { misspeltPlaceholder } from './misspelt-placeholder.ts'
import { advise } from './shared/syntax-advice.ts'
import { smartQuotes } from './smart-quotes.ts'
import { unknownOperator } from './unknown-operator.ts'
import { unknownTag } from './unknown-tag.ts'

export const syntaxError: TemplateRule = {
  name: 'syntax-error',
  group: 'syntax',
  severity: 'error',
  summary: 'The engine refuses the whole template: nobody gets a message, in any language.',
  on: 'template',
  about: 'liquid',
  yieldsTo: [smartQuotes, unknownOperator, unknownTag, misspeltPlaceholder],
  check: ({ template: { source, errors }, analysis }) => [
    ...errors.map((problem) => rejection(source, problem)),
    ...failures(analysis()),
  ],
}

function rejection(source: string, problem: SyntaxProblem): Finding {
  const { start, end, code } = problem
  const { what, fix } = advise(source, problem)
  // A look-alike quote keeps an output open from wherever it stands.
  const cause = code === 'unclosed-output' ? spanOf(start, end) : spanOf(start, start + 1)
  return {
    start,
    end,
    message: `Nobody gets a message: ${what}`,
    causes: [cause],
    ...(fix && { fixes: [fix] }),
  }
}

/** Where the engine stops although it accepts the template. */
function failures(analysis: Analysis | undefined): readonly Finding[] {
  return (analysis?.failures ?? []).map(({ value, failure: { kind, message, span } }) => {
    const nobody = analysis?.outcomes.length === 0
    const who = nobody ? 'Nobody gets a message' : `${customer(value)} gets nothing`
    const what = kind === 'limit' ? 'Codeword cannot tell what customers get' : who
    return { ...span, message: `${what}: ${message}`, causes: [] }
  })
}
