import type { CheckOptions } from '../../src/check/options.ts'
import { propertyNames } from '../../src/decide/analysis.ts'
import {
  type Analysis,
  type ExplainFormatName,
  type Explanation,
  explainFormats,
  openSource,
  openTemplate,
  plain,
} from '../../src/index.ts'
import { byLanguage } from '../rules/cases.ts'

/** Three languages, one of them written from right to left, and a fallback of two lines. */
export const otp: string = byLanguage(
  { nl: 'Uw code: @@password@@', ar: 'رمزك هو @@password@@.' },
  'Your {{ application.name }} code: @@password@@',
)
  .replaceAll('-%}\n', '-%}')
  .replaceAll('\n{%-', '{%-')

/** An analysis as a proof would give it, whatever made it: everything holds, nothing is missing. */
export const proved: Partial<Analysis> = {
  method: 'proof',
  complete: true,
  properties: propertyNames.map((name) => ({ name, status: 'proved', domain: 'any', sites: [] })),
}

/** What is to be explained about a template; values beyond the few given here do not matter to it. */
export async function explained(
  source: string,
  analysis: Partial<Analysis> = {},
  extra: Partial<Explanation> = {},
  options: CheckOptions = {},
): Promise<Explanation> {
  const path = extra.path ?? 'sms/otp.liquid'
  const file = await openSource('otp.liquid', source)
  const opened = openTemplate(file!.templates[0]!, {
    domain: [null, 'en', 'nl', 'nl-NL,nl;q=0.9', 'ar'],
    languages: ['nl', 'ar', 'en'],
    ...options,
  })
  return { opened, ...extra, path, analysis: { ...opened.analysis()!, ...analysis } }
}

export const written = async (
  format: ExplainFormatName,
  explanation: Explanation,
): Promise<string> => (await explainFormats[format]())(explanation, { paint: plain, width: 80 })
