import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** A text that waits for its place, complete and on the disk. */
export interface StagedFile {
  /** Puts it there at once: whoever reads meanwhile, or when the power fails, finds the old text or the new one. */
  readonly place: () => void
  readonly discard: () => void
}

/**
 * Writes a text under a temporary name beside its place. What stands there keeps its mode and owner, and a link to
 * it stays a link. What earlier runs that were killed left in the folder is removed. What is no regular file (a
 * pipe, a device) is written to when it is placed, as there is nothing to replace.
 *
 * @throws the error of the system, then nothing is left
 */
export function stageFile(path: string, pieces: Iterable<string>): StagedFile {
  const before = writableAt(path)
  if (before?.isFile() === false) return { place: () => fill(path, 'w', pieces), discard() {} }
  const target = targetOf(path, before)
  sweep(dirname(target))
  const temporary = temporaryBeside(target)
  const discard = (): void => rmSync(temporary, { force: true })
  try {
    fill(temporary, 'wx', pieces, before)
  } catch (error) {
    discard()
    throw error
  }
  const place = (): void => {
    renameSync(temporary, target)
    syncFolder(dirname(target))
  }
  return { place, discard }
}

/**
 * Tells beforehand most of what keeps a text from its place.
 * @throws the error of the system
 */
export function refuseUnwritable(path: string): void {
  writableAt(path)
}

/** What stands there. */
function writableAt(path: string): Stats | undefined {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
  if (before !== undefined) accessSync(path, constants.W_OK)
  if (before?.isFile() !== false) accessSync(dirname(targetOf(path, before)) + sep, constants.W_OK)
  return before
}

/** A link that leads nowhere is replaced. */
const targetOf = (path: string, stats: Stats | undefined): string =>
  stats === undefined ? path : realpathSync(path)

let made = 0

/** Hidden, so that no folder is searched for it; no other run has the name, even one that was killed. */
const temporaryBeside = (path: string): string =>
  join(dirname(path), `.codeword-${process.pid}-${Date.now()}-${made++}.tmp`)

const swept = new Set<string>()

/** Removes temporary files that nobody writes any more, once in each folder. */
function sweep(folder: string): void {
  if (swept.has(folder)) return
  swept.add(folder)
  for (const name of namesIn(folder)) {
    const pid = /^\.codeword-(\d+)-\d+-\d+\.tmp$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true })
  }
}

/** None where the folder may be written but not read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** https://nodejs.org/api/process.html#processkillpid-signal: signal 0 only asks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function fill(path: string, flags: string, pieces: Iterable<string>, like?: Stats): void {
  const file = openSync(path, flags, like === undefined ? 0o666 : 0o600)
  try {
    for (const piece of pieces) writeFileSync(file, piece)
    if (like !== undefined) {
      giveBack(() => fchownSync(file, like.uid, like.gid))
      fchmodSync(file, like.mode & 0o7777)
    }
    if (flags === 'wx') fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Only root may give files away; for everybody else the owner is the same already, mostly. */
function giveBack(change: () => void): void {
  try {
    change()
  } catch {
    // The group of the folder will do.
  }
}

/** The new name lasts once its folder is on the disk; not every system lets folders be opened. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // The text itself is there.
  }
}
