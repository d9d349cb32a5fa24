import type { TemplateRule } from '../lint/rule.ts'
import { languageFindings, saidBetter, textIn } from './shared/language-causes.ts'

export const regionOnlyBranch: TemplateRule = {
  name: 'region-only-branch',
  group: 'proof',
  severity: 'warning',
  summary: 'Customers from other regions miss the text in their language.',
  on: 'template',
  yieldsTo: saidBetter,
  check: (context) =>
    languageFindings(
      context,
      regionOnlyBranch,
      ({ literal, due }) =>
        ` although ${textIn(due)} is there: only \`${literal}\` is asked for. Ask for the language too`,
    ),
}
