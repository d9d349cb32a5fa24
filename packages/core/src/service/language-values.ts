import type { OpenTemplate } from '../check/open-template.ts'
import { supportedLanguages } from '../decide/supported.ts'
import { cldrLocales } from '../language/cldr-locales.generated.ts'
import { languageName } from '../language/tag.ts'

/** So many are offered at once; whoever types on gets others. */
const mostOffered = 60

/** Tags with the names of their languages: those that the template serves first, then the shortest. */
export function languageValues(
  { question }: OpenTemplate,
  word: string,
): readonly { readonly tag: string; readonly name: string }[] {
  const wanted = word.toLowerCase()
  const tags = [...new Set([...supportedLanguages(question), ...languagesByLength()])]
  return tags
    .filter((tag) => tag.toLowerCase().startsWith(wanted))
    .slice(0, mostOffered)
    .map((tag) => ({ tag, name: languageName(tag) }))
}

let byLength: readonly string[] | undefined

/** Sorting is stable: tags of a length stay in the order of the alphabet. */
function languagesByLength(): readonly string[] {
  byLength ??= cldrLocales.filter((tag) => tag !== 'und').sort((a, b) => a.length - b.length)
  return byLength
}
