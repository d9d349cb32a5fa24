import { fixtureDocument } from '../fixture/fixture-document.ts'
import { checkedDocument, type PlacedMistakes } from '../source/checked-document.ts'
import type { HostDocument } from '../source/source-file.ts'
import { validators } from './catalogue.generated.ts'
import type { Catalogue } from './catalogue.ts'
import { type CatalogueFile, catalogueOf } from './catalogue-file.ts'
import { catalogueMistakes } from './catalogue-mistakes.ts'
import { catalogueSchema } from './schema.ts'

/** One file of a folder with a file for each language. */
export interface FolderFile {
  /** `en.yaml`, or `catalogue.yaml` for what holds for all. */
  readonly path: string
  readonly text: string
}

export type FolderResult =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly path: string; readonly mistakes: PlacedMistakes }

const tagOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')

/** Whether a file of the folder holds what is not one language's. */
const isSettings = ({ path }: FolderFile): boolean => tagOf(path) === 'catalogue'

/**
 * Reads a folder with one YAML or JSON file for each language: a text, or `text`, `source` and `note`; and
 * `catalogue.yaml` with everything else of a catalogue.
 * @param files in any order
 * @returns the mistakes of the first file that has some
 */
export async function readCatalogueFolder(files: readonly FolderFile[]): Promise<FolderResult> {
  const settings = files.find(isSettings) ?? { path: 'catalogue.yaml', text: '{}' }
  const languages = files.filter((file) => !isSettings(file))
  const head = await fixtureDocument(settings.path, settings.text)
  const shared = { ...(head.value as object) } as CatalogueFile
  const texts: Record<string, CatalogueFile['texts'][string]> = {}
  for (const file of languages) {
    const tag = tagOf(file.path)
    const document = await fixtureDocument(file.path, file.text)
    const checked = check(file.text, inCatalogue(document, shared, tag))
    if (!checked.ok) return { ok: false, path: file.path, mistakes: checked.mistakes }
    texts[tag] = (checked.value as CatalogueFile).texts[tag]!
  }
  const whole = check(settings.text, { ...head, value: { ...shared, texts } })
  return whole.ok
    ? { ok: true, catalogue: catalogueOf(whole.value as CatalogueFile) }
    : { ok: false, path: settings.path, mistakes: whole.mistakes }
}

const check = (text: string, document: HostDocument) =>
  checkedDocument(text, document, validators.catalogue!, catalogueSchema, (value) =>
    catalogueMistakes(value as CatalogueFile),
  )

/** One language's file as if it were a catalogue with that language alone. */
function inCatalogue(
  document: HostDocument,
  { profile }: CatalogueFile,
  tag: string,
): HostDocument {
  const inner = (path: readonly (string | number)[]) => path.slice(2)
  return {
    ...document,
    value: {
      ...(profile !== undefined && { profile }),
      fallback: tag,
      texts: { [tag]: document.value },
    },
    spanAt: (path) => document.spanAt(inner(path)),
    keyAt: (path) => document.keyAt(inner(path)),
  }
}
