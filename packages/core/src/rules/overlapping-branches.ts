import { customer } from '../lint/customer.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf } from './shared/breach.ts'
import { chainFixes } from './shared/chain-fix.ts'
import { elsewhere } from './shared/elsewhere.ts'

export const overlappingBranches: TemplateRule = {
  name: 'overlapping-branches',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get two texts in one message.',
  on: 'template',
  about: 'liquid',
  check: (context) =>
    findingsOf(
      context,
      overlappingBranches,
      ({ witness, site, related = site }) => {
        const other = elsewhere(context, related, site)
        return `${customer(witness.value)} gets this text and the one ${other} in the same message. Make them arms of one \`if\` with \`elsif\``
      },
      ({ site, related = site }) => ({ fixes: chainFixes(context, related, site) }),
    ),
}
