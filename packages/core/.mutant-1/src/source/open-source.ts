import { jsonFile } from './json-file.ts'
import { liquidFile } from './liquid-file.ts'
import type { Opener, SourceFile } from './source-file.ts'

/** Every kind of file that can hold templates. */
const openers: readonly Opener[] = [liquidFile, jsonFile]

/**
 * Reads a file that may hold templates.
 *
 * @param path only its name and folders are looked at
 * @param text the whole file
 * @returns undefined for a file that holds none, to be passed over in silence
 */
export async function openSource(path: string, text: string): Promise<SourceFile | undefined> {
  return openers.find(({ opens }) => opens(path))?.open(path, text)
}
