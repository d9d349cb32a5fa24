import { fstatSync, type Stats } from 'node:fs'
import { isatty } from 'node:tty'
import { Failure } from './failure.ts'

/**
 * Standard input, where a text can come in on it. Node itself gives an empty text for a folder, and puts the
 * null device where standard input is closed.
 *
 * @throws Failure for a folder, and where standard input is closed or a device other than a terminal
 */
export function standardInput(): AsyncIterable<Uint8Array> {
  const stats = statsOf(0)
  if (stats?.isDirectory()) {
    throw new Failure('--stdin: standard input is a folder: give it a file or a pipe')
  }
  if (stats === undefined || (stats.isCharacterDevice() && !isatty(0))) {
    throw new Failure('--stdin: standard input is closed: give it a file or a pipe')
  }
  return process.stdin
}

function statsOf(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor)
  } catch {
    return undefined
  }
}
