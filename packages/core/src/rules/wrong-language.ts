import type { LanguageCause } from '../decide/analysis.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { languageFindings, saidBetter, textIn } from './shared/language-causes.ts'

export const wrongLanguage: TemplateRule = {
  name: 'wrong-language',
  group: 'proof',
  severity: 'error',
  summary: 'Some customers get a text that is not in their language.',
  on: 'template',
  yieldsTo: saidBetter,
  check: (context) => languageFindings(context, wrongLanguage, why),
}

function why({ due, instead, witness }: LanguageCause): string {
  if (due === undefined) return ' although it asks for another language'
  if (instead === undefined)
    return `, but ${textIn(due)} is due. Test the first language of the list, its tag before its first part`
  const [old = ''] = (witness.value ?? '').split(/[-_,;]/, 1)
  return `, but ${textIn(due)} is due: \`${old}\` is an old code that devices still send. Ask for it too`
}
