import { dirname, posix, resolve } from 'node:path'
import {
  isFixturePath,
  openSource,
  type PlacedMistakes,
  type Prepared,
  prepareFixture,
  readFixture,
  type SourceFile,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { findFiles } from '../files/find-files.ts'
import { complain, type Host } from '../host.ts'

export interface ReadFixture {
  /** The absolute path of the fixture. */
  readonly file: string
  readonly prepared: Prepared
  /** The file with the template. */
  readonly source: SourceFile
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
  const result = await readFixture(path, read.text)
  if (!result.ok) return firstOf(path, result.mistakes)
  const { fixture } = result
  const template = posix.join(posix.dirname(path), fixture.source.path)
  const other = readTextFile(resolve(dirname(file), fixture.source.path))
  if ('problem' in other) return `${path}: ${template}: ${other.problem}`
  const source = await openSource(template, other.text)
  const prepared = await prepareFixture(fixture, source)
  if (!prepared.ok) return firstOf(path, prepared.mistakes)
  return { file, prepared: prepared.prepared, source: source! }
}

function firstOf(path: string, [first, ...others]: PlacedMistakes): string {
  const { line, column } = first.position
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return `${path}:${line}:${column}: ${first.message}${more}`
}
