import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readSnapshot, type SnapshotEntry } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { MessageError } from './errors.ts'
import { at } from './located-error.ts'

/**
 * The recorded messages of a fixture.
 *
 * @param path of its snapshot file
 * @returns undefined where there is no such file
 * @throws MessageError where the file is damaged, which is no reason to write it anew
 */
export function recordedIn(path: string): readonly SnapshotEntry[] | undefined {
  if (!existsSync(path)) return undefined
  const file = readTextFile(path)
  if ('problem' in file) throw new MessageError(`${basename(path)}: ${file.problem}`)
  const result = readSnapshot(file.text)
  if (result.ok) return result.entries
  const [{ position, message }] = result.mistakes
  throw at(new MessageError(message), [{ name: 'snapshots', path, ...position }])
}
