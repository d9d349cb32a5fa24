import type { Catalogue, CatalogueEntry } from './catalogue.ts'
import { fallbackEntry } from './catalogue.ts'
import { sourceHash } from './state.ts'

/** A catalogue as the text of a new YAML file. */
export async function catalogueYaml(catalogue: Catalogue): Promise<string> {
  const { stringify } = await import('yaml')
  const { entries, ...settings } = catalogue
  const texts = Object.fromEntries(entries.map((entry) => [entry.tag, fileValue(entry)]))
  return stringify({ ...settings, texts }, { lineWidth: 0 })
}

const fileValue = ({ tag: _, text, ...rest }: CatalogueEntry): unknown =>
  Object.keys(rest).length === 0 ? text : { text, ...rest }

/**
 * The text of a catalogue's YAML file in which each translation is marked as made from the source text as it is now.
 * Everything else, comments among it, stays.
 */
export async function stampedYaml(text: string, catalogue: Catalogue): Promise<string> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text)
  const source = fallbackEntry(catalogue)
  const hash = sourceHash(source.text)
  for (const entry of catalogue.entries) {
    if (entry === source || entry.source === hash) continue
    const at = ['texts', entry.tag]
    if (typeof document.getIn(at) === 'string')
      document.setIn(at, document.createNode({ text: entry.text, source: hash }))
    else document.setIn([...at, 'source'], hash)
  }
  return document.toString({ lineWidth: 0 })
}
