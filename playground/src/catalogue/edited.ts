import { type Catalogue, readCatalogue } from '@codeword/core'

/** A row of the table as it is typed: it may be no language, and no text. */
export interface Row {
  readonly tag: string
  readonly text: string
}

/** A catalogue as it is edited. */
export interface Edited {
  readonly rows: readonly Row[]
  /** The tag of the row for everybody else. */
  readonly fallback: string
  readonly strategy: 'first' | 'best'
}

export const editedFrom = ({ entries, fallback, strategy = 'first' }: Catalogue): Edited => ({
  rows: entries.map(({ tag, text }) => ({ tag, text })),
  fallback,
  strategy,
})

/** What the table says, or what is wrong with it, a line each. */
export async function catalogueFrom(
  { rows, fallback, strategy }: Edited,
  settings: Pick<Catalogue, 'profile' | 'placeholder'>,
): Promise<Catalogue | { readonly problems: readonly string[] }> {
  const open = rows.flatMap(({ tag, text }, at) => {
    if (tag === '') return [`row ${at + 1} has no language yet: en, nl, pt-BR`]
    return text === '' ? [`${tag} has no text yet`] : []
  })
  if (open.length > 0) return { problems: open }
  const twice = rows.filter(({ tag }, at) => rows.findIndex((row) => row.tag === tag) !== at)
  if (twice.length > 0) return { problems: twice.map(({ tag }) => `${tag}: stands here twice`) }
  const texts = Object.fromEntries(rows.map(({ tag, text }) => [tag, text]))
  const file = JSON.stringify({ ...settings, strategy, fallback, texts })
  const result = await readCatalogue('table.catalogue.json', file)
  return result.ok
    ? result.catalogue
    : { problems: result.mistakes.map(({ message }) => message.replace(/^texts\./, '')) }
}
