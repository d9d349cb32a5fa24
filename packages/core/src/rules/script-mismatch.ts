import type { Outcome } from '../decide/analysis.ts'
import { cldrLocales } from '../language/cldr-locales.generated.ts'
import { expectedScript, languageName } from '../language/tag.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
import { remembered } from '../text/lazy.ts'
import { findingIn, messages, onePerPlace, ownWords } from './shared/messages.ts'

export const scriptMismatch: TemplateRule = {
  name: 'script-mismatch',
  group: 'message',
  severity: 'warning',
  summary: 'A text is written in another script than its readers use: texts were probably swapped.',
  on: 'template',
  check: (context) => onePerPlace(messages(context).flatMap(mismatches)),
}

/** A brand or a word or two in Latin letters says nothing about the language. */
const fewestLetters = 8

/** ISO 15924 codes that stand for several scripts, https://www.unicode.org/iso15924/iso15924-codes.html */
const compound: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
}

function mismatches(outcome: Outcome): readonly Finding[] {
  if (outcome.languages.length === 0) return []
  const words = ownWords(outcome)
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters) return []
  return outcome.languages.flatMap((language) => {
    const script = expectedScript(language)
    if (script === undefined) return []
    const scripts = [script, ...otherScripts(language)].flatMap((each) => compound[each] ?? [each])
    const own = lettersOf(words, scripts)
    const enough = script === 'Latn' ? own * 2 >= letters : own > 0
    if (own === undefined || enough) return []
    const name = languageName(language)
    const message = `Customers who read ${name} get a text without ${scriptName(script)} letters. Were two texts swapped?`
    return [findingIn(outcome, firstLetters(outcome), message)]
  })
}

/** Serbian is written in Latin letters too: every script that CLDR has a locale for will do. */
const otherScripts = remembered((language): readonly string[] =>
  cldrLocales.flatMap((tag) => {
    const [first, second = ''] = tag.split('-')
    return first === language.split('-', 1)[0] && second.length === 4 ? [second] : []
  }),
)

/** The letters of a text in some scripts; all of them for a script that this engine does not know. */
function lettersOf(text: string, scripts: readonly string[]): number {
  try {
    const pattern = scripts.map((script) => `\\p{Script=${script}}`).join('')
    return text.match(new RegExp(`[${pattern}]`, 'gu'))?.length ?? 0
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

const scriptName = (script: string): string =>
  new Intl.DisplayNames('en', { type: 'script' }).of(script) ?? script

/** The first run of the template's own words. */
function firstLetters({ rendered }: Outcome): { start: number; end: number } {
  const part = rendered.parts.find(
    (each) =>
      each.inserted === undefined && /\p{L}/u.test(rendered.text.slice(each.start, each.end)),
  )
  if (part === undefined) return { start: 0, end: rendered.text.length }
  const own = rendered.text.slice(part.start, part.end)
  return { start: part.end - own.trimStart().length, end: part.start + own.trimEnd().length }
}
