import type { CatalogueResult } from './catalogue.ts'

/** Whether a file is a catalogue, by its name: `otp.catalogue.yaml`, `.yml` or `.json`. */
export const isCataloguePath = (path: string): boolean => /\.catalogue\.(?:ya?ml|json)$/i.test(path)

/**
 * Reads and checks a catalogue, as JSON where its name ends in `.json`, as YAML 1.2 otherwise. What it takes to read it
 * is loaded with the first.
 *
 * @param path nothing is looked for there
 * @param text the whole file
 * @returns the catalogue, or every mistake in source order
 */
export async function readCatalogue(path: string, text: string): Promise<CatalogueResult> {
  const { readCatalogueText } = await import('./catalogue-text.ts')
  return readCatalogueText(path, text)
}
