import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Catalogue, readCatalogue, readCatalogueFolder } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { mistakesLine } from '../config/load-config.ts'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'

/**
 * Reads a catalogue, or a folder with a file for each language.
 * @throws Failure with the place of the first mistake
 */
export async function openCatalogue(path: string, host: Host): Promise<Catalogue> {
  if (isFolder(resolve(host.cwd, path))) return openFolder(path, host)
  const result = await readCatalogue(path, textOf(path, host))
  if (result.ok) return result.catalogue
  throw new Failure(mistakesLine(path, result.mistakes))
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

async function openFolder(folder: string, host: Host): Promise<Catalogue> {
  const names = readdirSync(resolve(host.cwd, folder)).filter((name) =>
    /\.(?:ya?ml|json)$/i.test(name),
  )
  if (names.length === 0)
    throw new Failure(`${folder}: no file is in this folder: en.yaml, nl.yaml and so on`)
  const files = names.sort().map((name) => {
    const path = join(folder, name)
    return { path, text: textOf(path, host) }
  })
  const result = await readCatalogueFolder(files)
  if (result.ok) return result.catalogue
  throw new Failure(mistakesLine(result.path, result.mistakes))
}

export function textOf(path: string, host: Host): string {
  const read = readTextFile(resolve(host.cwd, path))
  if ('problem' in read) throw new Failure(`${path}: ${read.problem}`)
  return read.text
}
