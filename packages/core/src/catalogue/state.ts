import { isWrittenFor } from '../language/written-for.ts'
import { type Catalogue, type CatalogueEntry, fallbackEntry } from './catalogue.ts'

/**
 * How far a translation is.
 *
 * - `source`: translations are made from it.
 * - `translated`, or not known to be anything else: nothing says what it was made from.
 * - `stale`: the source text has changed since.
 * - `untranslated`: it is the source text, word for word.
 * - `wrong-script`: hardly a letter of it is in the script of its language.
 * - `missing`: it must be there and is not.
 */
export type TextState =
  | 'source'
  | 'translated'
  | 'stale'
  | 'untranslated'
  | 'wrong-script'
  | 'missing'

/**
 * Eight hexadecimal digits of a source text, kept beside a translation of it: FNV-1a over its UTF-16 units, which runs
 * everywhere. https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function sourceHash(text: string): string {
  let hash = 0x811c9dc5
  const source = text.trim().normalize('NFC')
  for (let at = 0; at < source.length; at++)
    hash = Math.imul(hash ^ source.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** The state of each text, those that must be there included. */
export function textStates(catalogue: Catalogue): ReadonlyMap<string, TextState> {
  const { entries, languages = [] } = catalogue
  const states = new Map<string, TextState>(
    entries.map((entry) => [entry.tag, stateOf(entry, catalogue)]),
  )
  for (const tag of languages) if (!states.has(tag)) states.set(tag, 'missing')
  return states
}

function stateOf(entry: CatalogueEntry, catalogue: Catalogue): TextState {
  const source = fallbackEntry(catalogue)
  if (entry === source) return 'source'
  if (!isInScript(entry)) return 'wrong-script'
  const isSibling = entry.tag.split('-', 1)[0] === source.tag.split('-', 1)[0]
  if (entry.text.trim() === source.text.trim() && !isSibling) return 'untranslated'
  return entry.source !== undefined && entry.source !== sourceHash(source.text)
    ? 'stale'
    : 'translated'
}

/** A brand or a word or two in other letters says nothing. */
const fewestLetters = 8

function isInScript({ tag, text }: CatalogueEntry): boolean {
  const words = text.replace(/\{[^}]*\}/g, '')
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  return letters < fewestLetters || isWrittenFor(tag, words, letters)
}
