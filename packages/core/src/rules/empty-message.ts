import type { Analysis } from '../decide/analysis.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { findingsOf, whoGets } from './shared/breach.ts'
import { missingText } from './shared/missing-text.ts'

export const emptyMessage: TemplateRule = {
  name: 'empty-message',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get an empty message.',
  on: 'template',
  check: (context) =>
    findingsOf(
      context,
      emptyMessage,
      ({ witness }, analysis) =>
        `${whoGets(analysis, witness)} gets an empty message: ${advice(analysis)}`,
      ({ site }) => ({ fixes: missingText(context, site) }),
    ),
}

const advice = ({ outcomes }: Analysis): string =>
  outcomes.length === 1
    ? 'the template says nothing'
    : 'no branch answers and there is no fallback. Add an `else` with the text for everybody else'
