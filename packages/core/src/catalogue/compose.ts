import type { Profile } from '../profile/profile.ts'
import { type Catalogue, fallbackEntry, type Strategy } from './catalogue.ts'
import { type Group, groupsOf } from './groups.ts'
import { liquidFor } from './markers.ts'
import { keyFor, pickBest, pickFirst } from './pick.ts'

/** How a template says that it is made, and of which texts: `en nl pt-BR, fallback en, first`. */
const composedNote = (tags: readonly string[], fallback: string, strategy: Strategy): string =>
  `{%- comment -%} Composed by Codeword, edit the catalogue: ${tags.join(' ')}, fallback ${fallback}, ${strategy} {%- endcomment -%}`

/** What a template says that it is made of. */
export interface ComposedOf {
  readonly tags: readonly string[]
  readonly fallback: string
  readonly strategy: Strategy
}

/** @returns undefined where it says nothing */
export function composedOf(source: string): ComposedOf | undefined {
  const note =
    /^\{%-? comment -?%\} Composed by Codeword, [^:]*: ([\w -]+), fallback ([\w-]+), (first|best) /
  const [, tags, fallback, strategy] = note.exec(source) ?? []
  if (tags === undefined) return undefined
  return { tags: tags.split(' '), fallback: fallback!, strategy: strategy as Strategy }
}

/**
 * Writes the texts of a catalogue as one template, with nothing but Auth0's documented tags and filters: first it picks
 * a text, then it says it. What it yields is proved afterwards; see `provenTemplate`.
 */
export function composedSource(catalogue: Catalogue, profile: Profile): string {
  const { entries, strategy = 'first', placeholder = '@@password@@' } = catalogue
  const groups = groupsOf(
    entries.map(({ tag }) => tag),
    strategy === 'best',
  )
  const pick = strategy === 'best' ? pickBest : pickFirst
  const written = (text: string): string => liquidFor(text.trim(), profile, placeholder)
  const keys = keysByTag(groups)
  const arms = textsOf(catalogue).map(({ tags, text }) => {
    const names = tags.flatMap((tag) => keys.get(tag)!).map((key) => `'${key}'`)
    return `{%- when ${names.join(', ')} -%}\n${written(text)}\n`
  })
  const fallback = fallbackEntry(catalogue)
  return [
    `${composedNote(
      entries.map(({ tag }) => tag),
      fallback.tag,
      strategy,
    )}\n`,
    pick(groups, profile.languageVariable),
    '{%- case pick -%}\n',
    ...arms,
    `{%- else -%}\n${written(fallback.text)}\n`,
    '{%- endcase -%}\n',
  ].join('')
}

/** A language's own text has a key for each of its names. */
const keysByTag = (groups: readonly Group[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    groups.flatMap((group) => [
      [group.main.tag, group.names],
      ...group.variants.map((variant) => [variant.tag, [keyFor(variant, group)]] as const),
    ]),
  )

/** Each text once, but for that of the fallback, which everybody else gets. */
function textsOf(
  catalogue: Catalogue,
): readonly { readonly tags: readonly string[]; readonly text: string }[] {
  const last = fallbackEntry(catalogue).text.trim()
  const tags = new Map<string, string[]>()
  for (const { tag, text } of catalogue.entries) {
    const own = text.trim()
    if (own !== last) tags.set(own, [...(tags.get(own) ?? []), tag])
  }
  return [...tags].map(([text, all]) => ({ tags: all, text }))
}
