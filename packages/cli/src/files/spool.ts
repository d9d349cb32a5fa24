import { closeSync, openSync, readSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { systemCode } from './system-code.ts'

/** A text that waits to be written, however long. */
export interface Spool {
  /** @throws Failure where the disk takes no more */
  readonly add: (piece: string) => void
  /** The text in pieces, once; it is gone from the disk then. */
  readonly pieces: () => Iterable<string>
}

/** UTF-16 units; most reports are shorter. */
const mostHeld = 2 ** 18

/**
 * Holds a text in memory as long as it is short; what is longer waits in a temporary file, which has no name
 * any more, so that nothing is left of it however the process ends.
 */
export function spool(): Spool {
  let held = ''
  let file: number | undefined
  return {
    add(piece) {
      held += piece
      if (held.length <= mostHeld) return
      try {
        file ??= nameless()
        writeFileSync(file, held)
      } catch (error) {
        const code = systemCode(error)
        throw new Failure(`the report does not fit into ${tmpdir()} (${code}): make room there`)
      }
      held = ''
    },
    *pieces() {
      if (file !== undefined) {
        yield* read(file)
        closeSync(file)
      }
      yield held
    },
  }
}

let made = 0

function nameless(): number {
  const path = join(tmpdir(), `codeword-${process.pid}-${Date.now()}-${made++}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
}

/** In pieces that the garbage collector is done with at once. */
function* read(file: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const bytes = Buffer.allocUnsafe(2 ** 16)
  for (let at = 0; ; ) {
    const length = readSync(file, bytes, 0, bytes.length, at)
    if (length === 0) break
    at += length
    yield decoder.decode(bytes.subarray(0, length), { stream: true })
  }
}
