import type { Outcome } from '../decide/analysis.ts'
import { expectedScript, languageName } from '../language/tag.ts'
import { isWrittenFor } from '../language/written-for.ts'
import type { Finding } from '../lint/diagnostic.ts'
import type { TemplateRule } from '../lint/rule.ts'
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

function mismatches(outcome: Outcome): readonly Finding[] {
  if (outcome.languages.length === 0) return []
  const words = ownWords(outcome)
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters) return []
  return outcome.languages.flatMap((language) => {
    const script = expectedScript(language)
    if (script === undefined || isWrittenFor(language, words, letters)) return []
    const name = languageName(language)
    const message = `Customers who read ${name} get a text without ${scriptName(script)} letters. Were two texts swapped?`
    return [findingIn(outcome, firstLetters(outcome), message)]
  })
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
