import { openSource, type SourceFile } from '@codeword/core'
import { readTextFile, readTextStream, type TextResult } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import { notOurs } from '../open-file.ts'

export interface Sources {
  readonly sources: readonly SourceFile[]
  /** What could not be read, one line each. */
  readonly problems: readonly string[]
  /** The paths of both. */
  readonly inputs: readonly string[]
}

interface Input {
  readonly positionals: readonly string[]
  readonly values: {
    readonly stdin: boolean
    readonly 'stdin-filename': string | undefined
  }
}

/**
 * Reads what is to be linted: standard input, or files, folders and globs, else the current folder.
 * Files that hold nothing of ours are passed over.
 *
 * @throws Failure where there is nothing to lint at all
 */
export async function readSources({ positionals, values }: Input, host: Host): Promise<Sources> {
  const name = values['stdin-filename']
  if (values.stdin && positionals.length > 0) {
    throw new Failure(`lint: give --stdin or paths, not both (${positionals[0]})`)
  }
  if (name !== undefined && !values.stdin) throw new Failure('--stdin-filename needs --stdin')
  if (values.stdin) return readStandardInput(name ?? 'stdin.liquid', host)
  const paths = positionals.length > 0 ? positionals : ['.']
  const { findFiles } = await import('../files/find-files.ts')
  const { files, problems } = await findFiles(paths, host.cwd)
  const texts = [...files].map(([absolute, path]) => [path, readTextFile(absolute)] as const)
  const { sources, problems: unread, inputs } = await opened(texts)
  const all = [...problems, ...unread]
  if (sources.length === 0 && all.length === 0) throw nothingIn(paths, files.size)
  return { sources, problems: all, inputs }
}

async function readStandardInput(name: string, host: Host): Promise<Sources> {
  const read = await opened([[name, await readTextStream(host.stdin)]])
  if (read.inputs.length === 0) throw new Failure(`--stdin-filename ${name}: ${notOurs}`)
  return read
}

async function opened(texts: readonly (readonly [string, TextResult])[]): Promise<Sources> {
  const sources: SourceFile[] = []
  const problems: string[] = []
  const inputs: string[] = []
  for (const [path, file] of texts) {
    const source = 'text' in file ? await openSource(path, file.text) : undefined
    if (source !== undefined) sources.push(source)
    if ('problem' in file) problems.push(`${path}: ${file.problem}`)
    if (source !== undefined || 'problem' in file) inputs.push(path)
  }
  return { sources, problems, inputs }
}

function nothingIn(paths: readonly string[], passedOver: number): Failure {
  const places = paths.length > 3 ? `${paths.slice(0, 3).join(', ')}, …` : paths.join(', ')
  return new Failure(
    `${places}: no template and no Auth0 connection (other files passed over: ${passedOver})`,
  )
}
