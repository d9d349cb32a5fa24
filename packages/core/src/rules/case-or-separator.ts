import type { TemplateRule } from '../lint/rule.ts'
import { languageFindings, saidBetter } from './shared/language-causes.ts'

export const caseOrSeparator: TemplateRule = {
  name: 'case-or-separator',
  group: 'proof',
  severity: 'warning',
  summary: 'Some customers miss their text because of letter case or `_`.',
  on: 'template',
  yieldsTo: saidBetter,
  check: (context) =>
    languageFindings(
      context,
      caseOrSeparator,
      ({ instead }) =>
        `, with \`${instead}\` it would be the right one. Put \`downcase\` and \`replace: '_', '-'\` before the test`,
    ),
}
