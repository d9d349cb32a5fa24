import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { decode, sizeLimit, type TextResult, tooLarge } from './decode.ts'

/** What people can do about the errors that reading a file ends in; others are named by their code. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file: a part of its path is no folder',
  EACCES: 'it may not be read: give yourself read permission',
  EPERM: 'it may not be read: give yourself read permission',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open: close some, or raise `ulimit -n`',
  ENAMETOOLONG: 'its name is too long',
}

/**
 * Reads a text file that may be anything: never throws, never reads more than the limit, and takes only
 * UTF-8 (a byte order mark is dropped).
 *
 * @param path as the operating system takes it
 * @returns the text, or what is wrong with the file, worded to follow its name and a colon
 */
export function readTextFile(path: string): TextResult {
  try {
    const file = openSync(path, 'r')
    try {
      const stats = fstatSync(file)
      return stats.isDirectory()
        ? { problem: 'it is a folder: give a file in it' }
        : read(file, stats.size)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException
    return { problem: reasons[code] ?? `it cannot be read (${code})` }
  }
}

/** Reads in pieces, for the size of a pipe or a device is not known beforehand. */
function read(file: number, size: number): TextResult {
  if (size > sizeLimit) return { problem: tooLarge }
  const pieces: Buffer[] = []
  for (let total = 0; total <= sizeLimit; ) {
    const piece = Buffer.allocUnsafe(size > 0 ? size + 1 : 65_536)
    const length = readSync(file, piece)
    if (length === 0) return decode(Buffer.concat(pieces))
    pieces.push(piece.subarray(0, length))
    total += length
  }
  return { problem: tooLarge }
}
