import { customer } from '../lint/customer.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf } from './shared/breach.ts'

export const codeRepeated: TemplateRule = {
  name: 'code-repeated',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get the code more than once.',
  on: 'template',
  check: (context) =>
    findingsOf(
      context,
      'code-repeated',
      'error',
      ({ witness }) => `${customer(witness.value)} gets the code more than once in one message`,
    ),
}
