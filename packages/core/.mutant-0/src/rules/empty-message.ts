import { customer } from '../lint/customer.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf } from './shared/breach.ts'

export const emptyMessage: TemplateRule = {
  name: 'empty-message',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get an empty message.',
  on: 'template',
  check: (context) =>
    findingsOf(
      context,
      'empty-message',
      'error',
      ({ witness }) =>
        `${customer(witness.value)} gets an empty message: no branch answers and there is no fallback. Add an \`else\` with the text for everybody else`,
    ),
}
