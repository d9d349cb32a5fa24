import { readFileSync } from 'node:fs'
import { stageFile } from '@codeword/core/node'
import { systemCode } from './system-code.ts'

/**
 * Replaces a text file as a whole.
 *
 * @param before the text that was read: if another one stands there now, nothing is written
 * @returns what went wrong, worded to follow the file's name and a colon
 */
export function replaceFile(path: string, before: string, after: string): string | undefined {
  try {
    const staged = stageFile(path, [after])
    try {
      if (!readFileSync(path).equals(Buffer.from(before))) {
        return 'it changed while it was fixed, and is left as it is'
      }
      staged.place()
    } finally {
      staged.discard()
    }
    return undefined
  } catch (error) {
    return reasonFor(systemCode(error))
  }
}

const denied = 'it may not be written: give yourself write permission for it and its folder'

const reasons: Readonly<Record<string, string>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: 'it may not be written: its disk is read-only',
  ENOENT: 'it is gone, so it is not written',
  ENOSPC: 'it cannot be written: the disk is full',
}

const reasonFor = (code: string): string => reasons[code] ?? `it cannot be written (${code})`
