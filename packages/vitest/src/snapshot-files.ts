import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { fixtureEnds, stemOf } from './files.ts'

/** The snapshot files below a folder that belong to no fixture, as paths from there. */
export const orphanedSnapshots = (root: string): readonly string[] =>
  globSync('**/*.codeword.snap.md', {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  }).filter((path) => !fixtureEnds.some((end) => existsSync(join(root, `${stemOf(path)}${end}`))))

/** Another fixture that would write the same snapshot file. */
export const rivalOf = (fixture: string): string | undefined =>
  fixtureEnds
    .map((end) => `${stemOf(fixture)}${end}`)
    .find((path) => path !== fixture && existsSync(path))
