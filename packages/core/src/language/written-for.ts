import { remembered } from '../text/lazy.ts'
import { cldrLocales } from './cldr-locales.generated.ts'
import { expectedScript } from './tag.ts'

/** ISO 15924 codes that stand for several scripts, https://www.unicode.org/iso15924/iso15924-codes.html */
const compound: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
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

/**
 * Whether who reads a language could read a text, by its letters: some of theirs, and half of them where theirs are
 * Latin, which stand in texts of all languages.
 * @param letters how many letters the text has
 */
export function isWrittenFor(language: string, text: string, letters: number): boolean {
  const script = expectedScript(language)
  if (script === undefined) return true
  const scripts = [script, ...otherScripts(language)].flatMap((each) => compound[each] ?? [each])
  const own = lettersOf(text, scripts)
  return script === 'Latn' ? own * 2 >= letters : own > 0
}
