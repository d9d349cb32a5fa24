import { type BigIntStats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource } from '@codeword/core'
import { readTextFile, refuseUnwritable } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { systemCode } from '../files/system-code.ts'
import type { Host } from '../host.ts'
import { unwritable } from './outputs.ts'

/**
 * Looks whether the reports can be written, before anything is, and keeps them from taking the place of what they
 * are about.
 *
 * @param outputs as the user gave them
 * @param inputs the paths of what is looked at, by their absolute ones
 * @throws Failure for an output file that is linted, whatever its name, and for one that cannot be written
 */
export async function refuseOutputs(
  outputs: readonly string[],
  inputs: ReadonlyMap<string, string>,
  { cwd }: Host,
): Promise<void> {
  const given = new Set<string>()
  for (const file of outputs) {
    const path = resolve(cwd, file)
    if (given.has(path)) throw new Failure(`--output-file ${file}: it is given twice`)
    given.add(path)
    const stats = statsOf(path)
    const same = [...inputs].filter(([input]) => stats && isSameFile(statsOf(input), stats))
    for (const [input, shown] of same) {
      if (!(await isOurs(input))) continue
      throw new Failure(`--output-file ${file}: it is an input (${shown}): give another place`)
    }
    try {
      refuseUnwritable(path)
    } catch (error) {
      throw unwritable(file, systemCode(error))
    }
  }
}

/** In whole numbers, for the files of Windows have some that a double cannot tell apart. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true })
  } catch {
    return undefined
  }
}

const isSameFile = (a: BigIntStats | undefined, b: BigIntStats): boolean =>
  a !== undefined && a.dev === b.dev && a.ino === b.ino

/** An older report is none of the files that are linted; what cannot be read may be one. */
async function isOurs(path: string): Promise<boolean> {
  const file = readTextFile(path)
  return 'problem' in file || (await openSource(path, file.text)) !== undefined
}
