import { rmSync } from 'node:fs'
import type { ExpectStatic } from 'vitest'
import { MessageError } from './errors.ts'
import { at } from './located-error.ts'

/**
 * What a snapshot file that belongs to no fixture is as a test: a failure; with `vitest -u` it is removed, as Vitest
 * removes the snapshots of tests that are gone.
 *
 * @throws MessageError
 */
export function orphan(path: string, expect: ExpectStatic): void {
  if (expect.getState().snapshotState.snapshotUpdateState === 'all') {
    rmSync(path)
    return
  }
  const message =
    'no fixture belongs to this snapshot file: remove it, or run codeword test -u (or vitest -u)'
  throw at(new MessageError(message), [{ name: 'snapshots', path, line: 1, column: 1 }])
}
