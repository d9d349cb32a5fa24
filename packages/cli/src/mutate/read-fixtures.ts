import { resolve } from 'node:path'
import { isFixturePath } from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { fixturesOf, noFixtureOf } from '../fixtures/fixtures-of.ts'
import { type OpenFixture, openFixture } from '../fixtures/open-fixture.ts'
import { complain, type Host } from '../host.ts'

export interface ReadFixture extends OpenFixture {
  /** The absolute path of the fixture. */
  readonly file: string
}

/**
 * Finds fixtures by paths, folders, globs and templates, and reads each with its template.
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
  const { fixtures, problems } = await namedBy(paths, host.cwd)
  for (const problem of problems) complain(host, problem)
  if (fixtures.size === 0 && problems.length === 0) {
    throw new Failure(`${paths.join(', ')}: no fixture (*.codeword.yaml, .yml or .json)`)
  }
  let all = problems.length === 0
  for (const [file, path] of fixtures) {
    const read = await readOne(file, path)
    if (typeof read === 'string') complain(host, read)
    all = typeof read !== 'string' && (await use(read)) && all
  }
  return all
}

interface Named {
  /** Absolute paths, each with the one that the user would write. */
  readonly fixtures: ReadonlyMap<string, string>
  readonly problems: readonly string[]
}

/** A file with templates stands for the fixtures that speak of it. */
async function namedBy(paths: readonly string[], cwd: string): Promise<Named> {
  const { findFiles } = await import('../files/find-files.ts')
  const { files, problems: faults } = await findFiles(paths, cwd)
  const named = new Set(paths.map((path) => resolve(cwd, path)))
  const fixtures = new Map<string, string>()
  const problems = [...faults]
  for (const [file, path] of files) {
    if (isFixturePath(path)) fixtures.set(file, path)
    else if (named.has(file)) {
      const read = readTextFile(file)
      const speaking = 'problem' in read ? [] : await fixturesOf(file, cwd)
      for (const one of speaking) fixtures.set(resolve(cwd, one), one)
      if ('problem' in read) problems.push(`${path}: ${read.problem}`)
      else if (speaking.length === 0) problems.push(noFixtureOf(path))
    }
  }
  return { fixtures, problems }
}

/** @returns what is wrong, in one line */
async function readOne(file: string, path: string): Promise<ReadFixture | string> {
  const read = readTextFile(file)
  if ('problem' in read) return `${path}: ${read.problem}`
  const opened = await openFixture(file, path, read.text)
  if (!('problems' in opened)) return { file, ...opened }
  const [first, ...others] = opened.problems
  return others.length === 0 ? first : `${first} (and ${others.length} more)`
}
