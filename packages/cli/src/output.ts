import { fstatSync, statSync, writeSync } from 'node:fs'
import type { WriteStream } from 'node:tty'
import { Failure } from './failure.ts'

export interface Output {
  /** @throws Failure where the text cannot be written; a terminal's faults set the exit code later */
  readonly write: (text: string) => void
  /** Only where standard output may be a terminal. */
  readonly terminal: WriteStream | undefined
}

/**
 * Standard output. A file or a pipe gets its text without Node's stream, which takes longer to make than a
 * template to lint, as long as it can be written at once. A reader that has seen enough
 * (`codeword lint | head -1`) is no error.
 */
export function standardOutput(): Output {
  const terminal = mayBeTerminal() ? stream() : undefined
  let writer = terminal
  return {
    terminal,
    write(text) {
      const rest = writer === undefined ? unwritten(text) : text
      if (rest.length === 0) return
      writer ??= stream()
      writer.write(rest)
    },
  }
}

function mayBeTerminal(): boolean {
  if (process.platform === 'win32') return true
  const stats = fstatSync(1)
  return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev
}

function stream(): WriteStream {
  const { stdout } = process
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    process.stderr.write(`codeword: ${cannotBeWritten(code)}\n`)
    process.exitCode = 2
  })
  return stdout
}

/** Writes what can be written at once. @returns the rest, which waits for the reader of a non-blocking pipe */
function unwritten(text: string): Uint8Array {
  let rest = Buffer.from(text)
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') return rest
    if (code !== 'EPIPE') throw new Failure(cannotBeWritten(code))
  }
  return new Uint8Array()
}

const cannotBeWritten = (code = 'unknown error'): string => `the output cannot be written (${code})`
