import { resolve } from 'node:path'
import { isFixturePath } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { findFiles } from '../files/find-files.ts'
import { type OpenFixture, openFixture } from '../fixtures/open-fixture.ts'
import { complain, type Host } from '../host.ts'

export interface ReadFixture extends OpenFixture {
  /** The absolute path of the fixture. */
  readonly file: string
}

/**
 * Finds fixtures by paths, folders and globs, and reads each with its template.
 *
 * @param use is given one fixture after the other
 * @returns whether all of them could be read; what is wrong with the others is told
 * @throws Failure where there is none at all
 */
export async function readFixtures(
  paths: readonly string[],
  host: Host,
  use: (fixture: ReadFixture) => Promise<boolean>,
): Promise<boolean> {
  const { files, problems } = await findFiles(paths, host.cwd)
  const named = new Set(paths.map((path) => resolve(host.cwd, path)))
  const asked = [...files].filter(([file, path]) => isFixturePath(path) || named.has(file))
  for (const problem of problems) complain(host, problem)
  if (asked.length === 0 && problems.length === 0) {
    throw new Failure(`${paths.join(', ')}: no fixture (*.codeword.yaml, .yml or .json)`)
  }
  let all = problems.length === 0
  for (const [file, path] of asked) {
    const read = await readOne(file, path)
    if (typeof read === 'string') complain(host, read)
    all = typeof read !== 'string' && (await use(read)) && all
  }
  return all
}

/** @returns what is wrong, in one line */
async function readOne(file: string, path: string): Promise<ReadFixture | string> {
  if (!isFixturePath(path)) {
    return `${path}: it is no fixture; name the one that speaks of it (*.codeword.yaml, .yml or .json)`
  }
  const read = readTextFile(file)
  if ('problem' in read) return `${path}: ${read.problem}`
  const opened = await openFixture(file, path, read.text)
  if (!('problems' in opened)) return { file, ...opened }
  const [first, ...others] = opened.problems
  return others.length === 0 ? first : `${first} (and ${others.length} more)`
}
