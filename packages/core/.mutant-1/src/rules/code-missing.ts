import { customer } from '../lint/customer.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf } from './shared/breach.ts'
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
      ({ witness }) =>
        `${customer(witness.value)} gets a message without the code. Put ${codeSpelling(context.profile)} into this text`,
    ),
}
