import type { TemplateRule } from '../lint/rule.ts'
import { languageFindings, saidBetter } from './shared/language-causes.ts'

export const substringMatch: TemplateRule = {
  name: 'substring-match',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get a text because its tag happens to stand in their languages.',
  on: 'template',
  yieldsTo: saidBetter,
  check: (context) =>
    languageFindings(context, substringMatch, ({ literal, within }) =>
      within === undefined
        ? `: \`${literal}\` stands further on in the list. Compare the first language only`
        : `: \`${within}\` contains \`${literal}\`. Compare the whole tag or its first part with \`==\``,
    ),
}
