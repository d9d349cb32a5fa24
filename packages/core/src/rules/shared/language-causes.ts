import type { LanguageCause } from '../../decide/analysis.ts'
import { languageName } from '../../language/tag.ts'
import { customer } from '../../lint/customer.ts'
import type { Finding } from '../../lint/diagnostic.ts'
import type { TemplateContext, TemplateRule } from '../../lint/rule.ts'
import { smartQuotes } from '../smart-quotes.ts'
import { unknownLanguage } from '../unknown-language.ts'
import { unknownOperator } from '../unknown-operator.ts'
import { findingAt } from './breach.ts'
import { idiomFixes } from './idiom-fix.ts'

/** What says better why a test takes the wrong customers. */
export const saidBetter: readonly TemplateRule[] = [smartQuotes, unknownOperator, unknownLanguage]

/** The causes of the kind that a rule is named after, as findings: who gets whose text, and `why`. */
export function languageFindings(
  context: TemplateContext,
  { name, severity }: TemplateRule,
  why: (cause: LanguageCause) => string,
): readonly Finding[] {
  const analysis = context.analysis()
  if (analysis === undefined) return []
  const causes = (analysis.causes ?? []).filter(({ kind }) => kind === name)
  if (causes.length === 0) return []
  const fixes = idiomFixes(context)
  return causes.map((cause) => {
    const message = `${customer(cause.witness.value)} gets ${textIn(cause.got)}${why(cause)}`
    return { ...findingAt(cause, severity, message, analysis), fixes }
  })
}

/** 'the Finnish text' */
export function textIn(language: string | null | undefined): string {
  if (language === undefined) return 'a text that is for nobody'
  return language === null ? 'the text for everybody else' : `the ${languageName(language)} text`
}
