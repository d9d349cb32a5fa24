import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readSnapshot, type SnapshotEntry } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { MessageError } from './errors.ts'
import { at } from './located-error.ts'

/** A snapshot file that was read. */
export interface Recorded {
  /** The file name of its fixture. */
  readonly title: string
  readonly entries: readonly SnapshotEntry[]
}

/**
 * The recorded messages of a fixture.
 *
 * @param path of its snapshot file
 * @returns undefined where there is no such file
 * @throws MessageError where the file is damaged, which is no reason to write it anew
 */
export function recordedIn(path: string): Recorded | undefined {
  if (!existsSync(path)) return undefined
  const file = readTextFile(path)
  if ('problem' in file) throw new MessageError(`${basename(path)}: ${file.problem}`)
  const result = readSnapshot(file.text)
  if (result.ok) return { title: result.title, entries: result.entries }
  const [{ position, message }] = result.mistakes
  throw at(new MessageError(message), [{ name: 'snapshots', path, ...position }])
}
