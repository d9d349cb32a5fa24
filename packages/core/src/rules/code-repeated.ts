import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf, whoGets } from './shared/breach.ts'

export const codeRepeated: TemplateRule = {
  name: 'code-repeated',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get the code more than once.',
  on: 'template',
  check: (context) =>
    findingsOf(
      context,
      codeRepeated,
      ({ witness }, analysis) =>
        `${whoGets(analysis, witness)} gets the code more than once in one message`,
    ),
}
