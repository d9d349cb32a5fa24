import { byteOrderMark, withMark } from './byte-order-mark.ts'
import { hclFile } from './hcl/hcl-file.ts'
import { jsonFile } from './json/json-file.ts'
import { liquidFile } from './liquid-file.ts'
import type { Opener, SourceFile } from './source-file.ts'
import { yamlFile } from './yaml/yaml-file.ts'

/** Every kind of file that can hold templates. */
const openers: readonly Opener[] = [liquidFile, jsonFile, yamlFile, hclFile]

/**
 * Reads a file that may hold templates.
 *
 * @param path only its name and folders are looked at
 * @param text the whole file
 * @returns undefined for a file that holds none, to be passed over in silence
 */
export async function openSource(path: string, text: string): Promise<SourceFile | undefined> {
  const opener = openers.find(({ opens }) => opens(path))
  if (!text.startsWith(byteOrderMark)) return opener?.open(path, text)
  const file = await opener?.open(path, text.slice(byteOrderMark.length))
  return file && withMark(file)
}
