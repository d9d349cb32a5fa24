import type { PlacedMistakes } from '../source/checked-document.ts'

/** One text for each language, and what is to become of them. */
export interface Catalogue {
  /** The file that the template is written to, from the folder of the catalogue. */
  readonly template?: string
  /** Name of the profile; `auth0-sms` if absent. */
  readonly profile?: string
  readonly strategy?: Strategy
  readonly placeholder?: PlaceholderStyle
  /** The language whose text everybody gets who asks for none of the others; translations are made from it. */
  readonly fallback: string
  /** What must be there, translated or not. */
  readonly languages?: readonly string[]
  readonly limits?: { readonly segments?: number }
  /** For everybody who translates. */
  readonly note?: string
  /** In the order of the file. */
  readonly entries: readonly CatalogueEntry[]
}

/**
 * - `first`: the first language that a customer names counts, as `right-language` has it.
 * - `best`: the first one that there is a text for, anywhere in the list, as `best-language` has it.
 */
export type Strategy = 'first' | 'best'

/** How the code is written in the template. */
export type PlaceholderStyle = '@@password@@' | 'code'

export interface CatalogueEntry {
  /** As it was written: `pt-BR`. */
  readonly tag: string
  /** With markers: `Your code is {code}`. */
  readonly text: string
  /** The hash of the text that it was translated from; see `sourceHash`. */
  readonly source?: string
  /** For who translates it. */
  readonly note?: string
}

export type CatalogueResult =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly mistakes: PlacedMistakes }

/** The text for everybody else. */
export const fallbackEntry = ({ entries, fallback }: Catalogue): CatalogueEntry =>
  entries.find(({ tag }) => tag === fallback)!
