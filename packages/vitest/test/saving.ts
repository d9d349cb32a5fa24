/**
 * A process that saves recorded messages, to be killed or to run out of space:
 * `saving.ts FOLDER` writes FOLDER/otp.codeword.snap.md as a copy of a.codeword.snap.md, of b.codeword.snap.md, of a…
 * without end; `saving.ts FOLDER once` ends with the first.
 */

import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { running } from '../src/running.ts'
import snapshots from '../src/snapshot-environment.ts'

const [folder = '', once] = process.argv.slice(2)
const path = join(folder, 'otp.codeword.snap.md')
const scripts = await Promise.all(
  ['a', 'b'].map((name) => snapshots.readSnapshotFile(join(folder, `${name}.codeword.snap.md`))),
)
running.set(path, { title: 'otp.codeword.yaml', names: [] })
writeSync(1, 'saving\n')
try {
  for (let i = 0; once === undefined || i === 0; i++)
    await snapshots.saveSnapshotFile(path, scripts[i % 2]!)
} catch (error) {
  writeSync(1, `${(error as NodeJS.ErrnoException).code}\n`)
}
