import type { Mistake, Path } from '../text/mistakes.ts'
import { suggestTag } from './suggest.ts'
import { canonicalTag, isKnownLanguage } from './tag.ts'

/**
 * A language as people give it in an option or a file.
 * @returns its canonical tag, or what is wrong, worded to follow the place and a colon
 */
export function readLanguage(
  text: string,
): { readonly tag: string } | { readonly problem: string } {
  const tag = canonicalTag(text.trim())
  if (tag !== undefined && isKnownLanguage(tag)) return { tag }
  const meant = suggestTag(text)?.tag
  const hint = meant === undefined ? 'German is de, Dutch is nl' : `did you mean ${meant}?`
  return { problem: `'${text}' is no language tag; ${hint}` }
}

/** What is wrong with a language that stands at a path of a file. */
export function languageMistakes(path: Path, text: string): readonly Mistake[] {
  const result = readLanguage(text)
  if ('tag' in result) return []
  return [{ path, atKey: false, keyword: 'language', message: result.problem }]
}

/** The canonical tag of a language that was found right. */
export function languageOf(text: string): string {
  const result = readLanguage(text)
  return 'tag' in result ? result.tag : text
}
