import type { Analysis } from '../decide/analysis.ts'
import { customer } from '../lint/customer.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import type { Span } from '../text/span.ts'
import { misspeltPlaceholder } from './misspelt-placeholder.ts'
import { ownedBy } from './shared/overlap.ts'
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
  aboutLiquid: true,
  check: (context) => {
    const { source, errors } = context.template
    const isOwned = ownedBy(context, smartQuotes, unknownOperator, unknownTag, misspeltPlaceholder)
    const hasQuotes = ownedBy(context, smartQuotes)
    const rejected = errors
      .filter((problem) => !isOwned(firstOf(problem)))
      // A look-alike quote keeps an output open from wherever it stands.
      .filter((problem) => problem.code !== 'unclosed-output' || !hasQuotes(problem))
      .map((problem): Finding => {
        const { start, end } = problem
        const { what, fix } = advise(source, problem)
        const message = `Nobody gets a message: ${what}`
        return { start, end, message, ...(fix && { fixes: [fix] }) }
      })
    return [...rejected, ...failures(context.analysis())]
  },
}

/** Where the engine stops although it accepts the template. */
function failures(analysis: Analysis | undefined): readonly Finding[] {
  return (analysis?.failures ?? []).map(({ value, failure: { kind, message, span } }) => {
    const nobody = analysis?.outcomes.length === 0
    const who = nobody ? 'Nobody gets a message' : `${customer(value)} gets nothing`
    const what = kind === 'limit' ? 'Codeword cannot tell what customers get' : who
    return { ...span, message: `${what}: ${message}` }
  })
}

const firstOf = ({ start }: Span): Span => ({ start, end: start + 1 })
