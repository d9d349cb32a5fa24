import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf, whoGets } from './shared/breach.ts'
import { codeSpelling } from './shared/code.ts'

export const codeMissing: TemplateRule = {
  name: 'code-missing',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get a message without the code.',
  on: 'template',
  check: (context) =>
    findingsOf(
      context,
      'code-missing',
      'error',
      ({ witness }, analysis) =>
        `${whoGets(analysis, witness)} gets a message without the code. Put ${codeSpelling(context.profile, context.surroundings.syntax)} into this text`,
    ),
}
