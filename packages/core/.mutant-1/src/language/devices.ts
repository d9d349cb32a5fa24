import type { RealValue } from './real-values.ts'
import { canonicalTag } from './tag.ts'

/** Codes that Java before 17 and Android write instead of today's. */
const javaLanguages: ReadonlyMap<string, string> = new Map([
  ['he', 'iw'],
  ['id', 'in'],
  ['yi', 'ji'],
])

/**
 * What common clients send where somebody set them to a language.
 *
 * @param tag the language, in any form that `canonicalTag` reads; where it names no region, CLDR's
 *   most likely one is taken
 * @returns the most common clients first; nothing where the text is no tag
 */
export function deviceValues(tag: string): readonly RealValue[] {
  const canonical = canonicalTag(tag)
  if (canonical === undefined) return []
  const { language, script, region } = new Intl.Locale(canonical).maximize()
  if (region === undefined) return [{ value: canonical, client: 'an app that names its language' }]
  const regional = `${language}-${region}`
  const implied = new Intl.Locale(regional).maximize().script === script
  const scripted = `${language}-${script}-${region}`
  const web = implied ? regional : scripted
  const english = language === 'en'
  // Devices name the script of Chinese always, of other languages where the region leaves it open.
  const apple = implied && language !== 'zh' ? regional : scripted
  const java = `${javaLanguages.get(language) ?? language}_${region}`
  return [
    {
      value: `${web},${language};q=0.9${english ? '' : ',en-US;q=0.8,en;q=0.7'}`,
      client: 'Chrome',
    },
    { value: `${web},${language};q=0.9`, client: 'Safari' },
    { value: apple === regional ? java : `${java}_#${script}`, client: 'the Auth0 SDK on Android' },
    {
      value: `${apple};q=1.0${english ? '' : `, en-${region};q=0.9`}`,
      client: 'an iPhone app (Alamofire)',
    },
    { value: canonical, client: 'an app that names its language' },
  ]
}
