import { languageMistakes } from '../language/read-language.ts'
import { canonicalTag } from '../language/tag.ts'
import { profiles } from '../profile/registry.ts'
import type { Mistake, Path } from '../text/mistakes.ts'
import { nearest } from '../text/nearest.ts'
import { visible } from '../text/visible.ts'
import { type CatalogueFile, textOf } from './catalogue-file.ts'
import { piecesOf, variableNames } from './markers.ts'

/** What is wrong in a catalogue that has the form of one. */
export function catalogueMistakes(file: CatalogueFile): readonly Mistake[] {
  const tags = Object.keys(file.texts)
  const wrong = tags.flatMap((tag) =>
    languageMistakes(['texts', tag], tag).map((mistake) => ({ ...mistake, atKey: true })),
  )
  if (wrong.length > 0) return wrong
  return [
    ...languageMistakes(['fallback'], file.fallback),
    ...(file.languages ?? []).flatMap((tag, at) => languageMistakes(['languages', at], tag)),
    ...twice(tags),
    ...(Object.hasOwn(file.texts, file.fallback)
      ? []
      : [mistake(['fallback'], `there is no text for ${file.fallback}`)]),
    ...tags.flatMap((tag) => textMistakes(file, tag)),
  ]
}

const mistake = (path: Path, message: string, atKey = false): Mistake => ({
  path,
  atKey,
  keyword: 'catalogue',
  message,
})

/** `pt-BR` and `pt_br` are one language. */
function twice(tags: readonly string[]): readonly Mistake[] {
  const first = new Map<string, string>()
  return tags.flatMap((tag) => {
    const canonical = canonicalTag(tag)!
    const before = first.get(canonical)
    first.set(canonical, before ?? tag)
    return before === undefined
      ? []
      : [mistake(['texts', tag], `is the same language as ${before}`, true)]
  })
}

function textMistakes(file: CatalogueFile, tag: string): readonly Mistake[] {
  const value = file.texts[tag]!
  const path = ['texts', tag, ...(typeof value === 'string' ? [] : ['text'])]
  const text = textOf(value)
  if (text.trim() === '') return [mistake(path, 'is empty: customers would get no text')]
  if (text.includes('\0')) return [mistake(path, 'holds the character NUL, which no phone shows')]
  const profile = profiles.get(file.profile ?? 'auth0-sms')!
  const pieces = piecesOf(text, profile)
  const bad = pieces.flatMap((piece) => {
    if (piece.kind === 'liquid')
      return [`holds Liquid (${piece.text}): a text has markers only, such as {code}`]
    if (piece.kind !== 'unknown') return []
    const near = nearest(piece.text.replace(/[{}@\s]/g, ''), ['code', ...variableNames(profile)])
    const hint = near === undefined ? '' : `; did you mean {${near}}?`
    return [`there is no ${visible(piece.text)}${hint}`]
  })
  if (bad.length > 0) return bad.map((message) => mistake(path, message))
  const codes = pieces.filter((piece) => piece.kind === 'marker' && piece.name === 'code').length
  const wanted = profile.codeVariables.length > 0
  if (wanted && codes === 0) return [mistake(path, 'has no {code}: customers could not log in')]
  if (wanted && codes > 1 && profile.repeatsCode !== true && !isOriginBound(text))
    return [mistake(path, `has {code} ${codes} times: once is enough`)]
  return []
}

/** Its last line may name the code again: https://wicg.github.io/sms-one-time-codes/ */
const isOriginBound = (text: string): boolean => /\n@\S+ #\{code\}\s*$/.test(text)
