import { fixtureDocument } from '../fixture/fixture-document.ts'
import { checkedDocument } from '../source/checked-document.ts'
import { validators } from './catalogue.generated.ts'
import type { CatalogueResult } from './catalogue.ts'
import { type CatalogueFile, catalogueOf } from './catalogue-file.ts'
import { catalogueMistakes } from './catalogue-mistakes.ts'
import { catalogueSchema } from './schema.ts'

/** Reads and checks a catalogue; see `readCatalogue`. */
export async function readCatalogueText(path: string, text: string): Promise<CatalogueResult> {
  const document = await fixtureDocument(path, text)
  const checked = checkedDocument(text, document, validators.catalogue!, catalogueSchema, (value) =>
    catalogueMistakes(value as CatalogueFile),
  )
  if (!checked.ok) return checked
  return { ok: true, catalogue: catalogueOf(checked.value as CatalogueFile) }
}
