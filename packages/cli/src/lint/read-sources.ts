import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isFixturePath, openSource, type SourceFile } from '@codeword/core'
import { readTextFile, readTextStream, type TextResult } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import { notOurs } from '../open-file.ts'
import { progressOf } from '../progress.ts'

export interface Sources<T> {
  /** What was made of each file. */
  readonly results: readonly T[]
  /** What could not be read, one line each. */
  readonly problems: readonly string[]
}

interface Input {
  readonly positionals: readonly string[]
  /** Whether fixtures are checked, too, and given like files without a template; else they are passed over. */
  readonly fixtures?: boolean
  readonly values: {
    readonly stdin: boolean
    readonly 'stdin-filename': string | undefined
    readonly changed: string | true | undefined
  }
}

/**
 * Reads what is to be linted: standard input, or files, folders and globs, else the current folder.
 * Files that hold nothing of ours are passed over.
 *
 * @param use is given one file after the other, so that no more than one is held
 * @param check is given the paths of all files, by their absolute ones, before the first is read
 * @throws Failure where there is nothing to lint at all
 */
export async function readSources<T>(
  { positionals, values, fixtures = false }: Input,
  host: Host,
  use: (source: SourceFile) => T | Promise<T>,
  check: (files: ReadonlyMap<string, string>) => unknown = () => {},
): Promise<Sources<T>> {
  const name = values['stdin-filename']
  if (values.stdin && positionals.length > 0) {
    throw new Failure(`give --stdin or paths, not both (${positionals[0]})`)
  }
  if (name !== undefined && !values.stdin) throw new Failure('--stdin-filename needs --stdin')
  if (values.stdin && values.changed !== undefined) {
    throw new Failure('lint: give --stdin or --changed, not both')
  }
  if (values.stdin) {
    await check(name === undefined ? new Map() : new Map([[resolve(host.cwd, name), name]]))
    return readStandardInput(name ?? 'stdin.liquid', fixtures, host, use)
  }
  const paths = positionals.length > 0 ? positionals : ['.']
  const { findFiles } = await import('../files/find-files.ts')
  const { files: all, problems } = await findFiles(paths, host.cwd)
  const files = values.changed === undefined ? all : await changedOf(all, values.changed, host)
  await check(files)
  const progress = progressOf(files.size, host)
  const read = emptySources<T>(problems)
  for (const [absolute, path] of files) {
    const file = { absolute, path, read: readTextFile(absolute) }
    await add(read, file, fixtures, use)
    progress.step()
  }
  progress.end()
  const isNothing = read.results.length === 0 && read.problems.length === 0
  if (isNothing && values.changed === undefined) throw nothingIn(paths, files.size)
  return read
}

/** Paths where nothing is stay, so that they are complained of. */
async function changedOf(
  files: ReadonlyMap<string, string>,
  since: string | true,
  { cwd }: Host,
): Promise<ReadonlyMap<string, string>> {
  const { changedFiles } = await import('../files/changed-files.ts')
  const isChanged = await changedFiles(cwd, since === true ? undefined : since)
  return new Map([...files].filter(([path]) => isChanged(path) || !existsSync(path)))
}

async function readStandardInput<T>(
  name: string,
  fixtures: boolean,
  host: Host,
  use: (source: SourceFile) => T | Promise<T>,
): Promise<Sources<T>> {
  const read = emptySources<T>()
  const file = {
    absolute: resolve(host.cwd, name),
    path: name,
    read: await readTextStream(host.stdin),
  }
  await add(read, file, fixtures, use)
  if (read.results.length === 0 && read.problems.length === 0)
    throw new Failure(`--stdin-filename ${name}: ${notOurs}`)
  return read
}

interface Collected<T> {
  readonly results: T[]
  readonly problems: string[]
}

const emptySources = <T>(problems: readonly string[] = []): Collected<T> => ({
  results: [],
  problems: [...problems],
})

interface ReadFile {
  readonly absolute: string
  /** As the user would write it. */
  readonly path: string
  readonly read: TextResult
}

async function add<T>(
  { results, problems }: Collected<T>,
  { absolute, path, read }: ReadFile,
  fixtures: boolean,
  use: (source: SourceFile) => T | Promise<T>,
): Promise<void> {
  if (isFixturePath(path) && !fixtures) return
  if ('problem' in read) {
    problems.push(`${path}: ${read.problem}`)
    return
  }
  const source = isFixturePath(path)
    ? await checkedFixture(absolute, path, read.text)
    : await openSource(path, read.text)
  if (Array.isArray(source)) problems.push(...source)
  else if (source !== undefined) results.push(await use(source as SourceFile))
}

/** @returns lines that say what is wrong */
async function checkedFixture(
  absolute: string,
  path: string,
  text: string,
): Promise<SourceFile | readonly string[]> {
  const { openFixture } = await import('../fixtures/open-fixture.ts')
  const opened = await openFixture(absolute, path, text)
  return 'problems' in opened ? opened.problems : { path, text, templates: [], connections: [] }
}

function nothingIn(paths: readonly string[], passedOver: number): Failure {
  const places = paths.length > 3 ? `${paths.slice(0, 3).join(', ')}, …` : paths.join(', ')
  return new Failure(
    `${places}: no template and no Auth0 connection (other files passed over: ${passedOver})`,
  )
}
