import type { Catalogue } from './catalogue.ts'

/** The file as its author wrote it, once the schema has said that it is right. */
export interface CatalogueFile extends Omit<Catalogue, 'entries'> {
  readonly $schema?: string
  readonly texts: Readonly<
    Record<
      string,
      string | { readonly text: string; readonly source?: string; readonly note?: string }
    >
  >
}

export const textOf = (value: CatalogueFile['texts'][string]): string =>
  typeof value === 'string' ? value : value.text

export function catalogueOf({ $schema: _, texts, ...settings }: CatalogueFile): Catalogue {
  const entries = Object.entries(texts).map(([tag, value]) => ({
    tag,
    ...(typeof value === 'string' ? { text: value } : value),
  }))
  return { ...settings, entries }
}
