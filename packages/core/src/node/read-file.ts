import { closeSync, lstatSync, openSync, readSync, statSync } from 'node:fs'
import { decode, sizeLimit, type TextResult, tooLarge } from './decode.ts'
import { reasonFor } from './reason.ts'

/**
 * Reads a text file that may be anything: never throws, never waits, never reads more than the limit, and
 * takes only UTF-8 (a byte order mark is dropped).
 *
 * @param path as the operating system takes it
 * @returns the text, or what is wrong with the file, worded to follow its name and a colon
 */
export function readTextFile(path: string): TextResult {
  try {
    // Before it is opened, for that alone waits for the writer of a named pipe.
    const stats = statSync(path)
    if (stats.isDirectory()) return { problem: 'it is a folder: give a file in it' }
    if (!stats.isFile()) return { problem: 'it is no regular file; use --stdin for a pipe' }
    const file = openSync(path, 'r')
    try {
      return read(file, stats.size)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return { problem: leadsNowhere(path, error) ? deadLink : reasonFor(error) }
  }
}

const deadLink = 'it is a symbolic link, and there is nothing where it leads'

const leadsNowhere = (path: string, error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' &&
  lstatSync(path, { throwIfNoEntry: false }) !== undefined

function read(file: number, size: number): TextResult {
  if (size > sizeLimit) return { problem: tooLarge }
  if (size === 0) return readPieces(file, [])
  const whole = Buffer.allocUnsafe(size + 1)
  const length = readSync(file, whole)
  const piece = whole.subarray(0, length)
  // A file that is being written may have grown.
  return length <= size ? decode(piece) : readPieces(file, [piece])
}

/** Reads on to the end, for what a file such as those in /proc holds is not known beforehand. */
function readPieces(file: number, pieces: Buffer[]): TextResult {
  let total = pieces.reduce((sum, { length }) => sum + length, 0)
  while (total <= sizeLimit) {
    const piece = Buffer.allocUnsafe(65_536)
    const length = readSync(file, piece)
    if (length === 0) return decode(Buffer.concat(pieces))
    pieces.push(piece.subarray(0, length))
    total += length
  }
  return { problem: tooLarge }
}
