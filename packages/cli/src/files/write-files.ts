import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { resolve } from 'node:path'

export interface NewFile {
  /** As the user gave it. */
  readonly path: string
  readonly text: string
}

export interface WriteProblem {
  readonly path: string
  /** Of the system: `EACCES`. */
  readonly code: string
}

/**
 * Writes files so that nobody ever finds half of one: each under a temporary name beside its place, to the
 * disk, and all of them renamed only when the last is complete. What is no regular file (a pipe, a device) is
 * written to, as there is nothing to replace.
 *
 * @param cwd the absolute folder that paths are relative to
 * @returns the first problem, where there is one; then no name is new unless the renaming itself failed
 */
export function writeFiles(files: readonly NewFile[], cwd: string): WriteProblem | undefined {
  const staged: (() => void)[] = []
  const temporary: string[] = []
  for (const { path, text } of files) {
    try {
      staged.push(stage(resolve(cwd, path), text, temporary))
    } catch (error) {
      for (const name of temporary) rmSync(name, { force: true })
      return { path, code: codeOf(error) }
    }
  }
  for (const [at, finish] of staged.entries()) {
    try {
      finish()
    } catch (error) {
      for (const name of temporary) rmSync(name, { force: true })
      return { path: files[at]!.path, code: codeOf(error) }
    }
  }
  return undefined
}

/** @returns what puts the text into its place */
function stage(path: string, text: string, temporary: string[]): () => void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
  if (stats?.isFile() === false) return () => writeFileSync(path, text)
  // A link stays a link; one that leads nowhere is replaced.
  const place = stats === undefined ? path : realpathSync(path)
  const name = `${place}.${process.pid}.${temporary.length}.tmp`
  writeSynced(name, text, stats, temporary)
  return () => renameSync(name, place)
}

function writeSynced(
  name: string,
  text: string,
  stats: Stats | undefined,
  temporary: string[],
): void {
  const descriptor = openSync(name, 'wx')
  temporary.push(name)
  try {
    if (stats !== undefined) fchmodSync(descriptor, stats.mode & 0o777)
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)
