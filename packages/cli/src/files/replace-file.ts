import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { reasonFor } from '@codeword/core/node'

/**
 * Replaces a text file as a whole: whoever reads it meanwhile, or when the power fails, finds the old text or the new
 * one. Its mode and owner stay, and a link to it stays a link.
 *
 * @param before the text that was read: if another one stands there now, nothing is written
 * @returns what went wrong, worded to follow the file's name and a colon
 */
export function replaceFile(path: string, before: string, after: string): string | undefined {
  try {
    const target = realpathSync(path)
    accessSync(target, constants.W_OK)
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.codeword`)
    try {
      write(temporary, after, statSync(target))
      if (!readFileSync(target).equals(Buffer.from(before))) {
        throw new Changed()
      }
      renameSync(temporary, target)
    } catch (error) {
      remove(temporary)
      throw error
    }
    syncFolder(dirname(target))
    return undefined
  } catch (error) {
    if (error instanceof Changed) return 'it changed while it was fixed, and is left as it is'
    return `it cannot be written: ${reasonFor(error)}`
  }
}

class Changed extends Error {}

function write(path: string, text: string, { mode, uid, gid }: Stats): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, text)
    giveBack(() => fchownSync(file, uid, gid))
    fchmodSync(file, mode & 0o7777)
    fsyncSync(file)
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

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was not made, or is gone already.
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
