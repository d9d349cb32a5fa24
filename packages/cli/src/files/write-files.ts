import { resolve } from 'node:path'
import { type StagedFile, stageFile } from '@codeword/core/node'
import { systemCode } from './system-code.ts'

export interface NewFile {
  /** As the user gave it. */
  readonly path: string
  readonly pieces: Iterable<string>
}

export interface WriteProblem {
  readonly path: string
  /** Of the system: `EACCES`. */
  readonly code: string
}

/**
 * Writes files, all of them or none: they are put into their places when the last is complete.
 *
 * @param cwd the absolute folder that paths are relative to
 * @returns the first problem, where there is one; then no file is new unless the placing itself failed
 */
export function writeFiles(files: readonly NewFile[], cwd: string): WriteProblem | undefined {
  const staged: StagedFile[] = []
  let path = ''
  try {
    for (const file of files) {
      path = file.path
      staged.push(stageFile(resolve(cwd, path), file.pieces))
    }
    for (const [at, { place }] of staged.entries()) {
      path = files[at]!.path
      place()
    }
    return undefined
  } catch (error) {
    for (const { discard } of staged) discard()
    return { path, code: systemCode(error) }
  }
}
