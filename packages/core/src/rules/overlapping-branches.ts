import { customer } from '../lint/customer.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { Lines } from '../text/lines.ts'
import { findingsOf } from './shared/breach.ts'

export const overlappingBranches: TemplateRule = {
  name: 'overlapping-branches',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get two texts in one message.',
  on: 'template',
  about: 'liquid',
  check: (context) => {
    const lines = new Lines(context.template.source)
    return findingsOf(context, 'overlapping-branches', 'error', ({ witness, related }) => {
      const { line } = lines.position(related?.start ?? 0)
      return `${customer(witness.value)} gets this text and the one of line ${line} in the same message. Make them arms of one \`if\` with \`elsif\``
    })
  },
}
