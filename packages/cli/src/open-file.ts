import { resolve } from 'node:path'
import { isCataloguePath, openSource, type SourceFile } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from './failure.ts'
import type { Host } from './host.ts'

export const notOurs = 'it holds no template and no Auth0 connection (.liquid, .json, .yaml, .tf)'

/**
 * Opens a file that must hold a template or a connection.
 * @throws Failure where it cannot be read or holds neither
 */
export async function openFile(path: string, host: Host): Promise<SourceFile> {
  const file = readTextFile(resolve(host.cwd, path))
  if ('problem' in file) throw new Failure(`${path}: ${file.problem}`)
  const source = await openSource(path, file.text)
  if (source !== undefined) return source
  throw new Failure(
    isCataloguePath(path)
      ? `${path}: it is a catalogue: codeword compose ${path}`
      : `${path}: ${notOurs}`,
  )
}
