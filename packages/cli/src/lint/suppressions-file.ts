import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  allSuppressed,
  applySuppressions,
  type CheckOptions,
  type FileReport,
  type FoundIn,
  type FoundKind,
  prunedSuppressions,
  readSuppressions,
  type SuppressionEntry,
  type Suppressions,
  unusedSuppressions,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { mistakesLine } from '../config/load-config.ts'
import { Failure } from '../failure.ts'
import { complain, type Host } from '../host.ts'

/** What becomes of findings that are known and accepted. */
export interface Suppressing {
  /** The report on one file without them. */
  readonly report: (report: FileReport, options: CheckOptions) => FileReport
  /**
   * After the last file: writes what is asked for, and says what is to be tidied up.
   * @throws Failure where the file cannot be written
   */
  readonly end: () => Promise<void>
}

/**
 * What a suppressions file makes of findings.
 * @param path absolute; the file need not exist
 * @throws Failure for a file that makes no sense
 */
export async function suppressingBy(path: string, wish: Wish, host: Host): Promise<Suppressing> {
  const shown = relative(host.cwd, path)
  const before = existsSync(path) ? await read(path, shown) : none
  return suppressing(before, { path, shown, ...wish }, host)
}

const none: Suppressions = { version: 1, suppressions: [] }

async function read(path: string, shown: string): Promise<Suppressions> {
  const file = readTextFile(path)
  if ('problem' in file) throw new Failure(`${shown}: ${file.problem}`)
  const result = await readSuppressions(file.text)
  if (result.ok) return result.value
  throw new Failure(mistakesLine(shown, result.mistakes))
}

interface Wish {
  readonly all: boolean
  readonly prune: boolean
  readonly reason: string | undefined
}

interface Task extends Wish {
  /** Of the suppressions file, absolute and as people see it. */
  readonly path: string
  readonly shown: string
}

function suppressing(before: Suppressions, task: Task, host: Host): Suppressing {
  const folder = dirname(task.path)
  const entries = new Map<string, SuppressionEntry[]>()
  for (const entry of before.suppressions)
    entries.set(entry.file, [...(entries.get(entry.file) ?? []), entry])
  const found = new Map<string, readonly FoundKind[]>()
  /** Rules that are off in a file find nothing there, which says nothing about their entries. */
  const off = new Map<string, readonly FoundKind[]>()
  const report: Suppressing['report'] = (given, { severities = {} }) => {
    const file = relative(folder, resolve(host.cwd, given.path)).split(sep).join('/')
    const own = entries.get(file) ?? []
    const applied = applySuppressions(given, own)
    found.set(file, applied.found)
    off.set(
      file,
      own.filter(({ rule }) => severities[rule] === 'off'),
    )
    return task.all ? { ...given, diagnostics: [] } : applied.report
  }
  const foundIn: FoundIn = (file) => {
    const there = found.get(file)
    if (there !== undefined) return [...there, ...off.get(file)!]
    return existsSync(resolve(folder, file)) ? undefined : 'gone'
  }
  const end = async (): Promise<void> => {
    const kept = task.prune ? prunedSuppressions(before.suppressions, foundIn) : before.suppressions
    const after = task.all ? allSuppressed(kept, found, task.reason) : kept
    if (task.all || task.prune) await write(before, after, task, host)
    tell(unusedSuppressions(after, foundIn), 'no longer found: see --prune-suppressions')
    tell(
      after.filter((entry) => entry.reason === undefined),
      'without a reason, which nobody can judge',
    )
  }
  const tell = (some: readonly SuppressionEntry[], what: string): void => {
    const [first] = some
    if (first === undefined) return
    const entries = some.length === 1 ? 'an entry is' : `${some.length} entries are`
    complain(host, `${task.shown}: ${entries} ${what} (${first.rule} in ${first.file})`)
  }
  return { report, end }
}

/** Nothing is written where nothing changes, so that the file is not made for nothing. */
async function write(
  before: Suppressions,
  after: readonly SuppressionEntry[],
  { path, shown }: Task,
  host: Host,
): Promise<void> {
  const [old, young] = [before, { ...before, suppressions: after }].map(
    (value) => `${JSON.stringify(value, null, 2)}\n`,
  )
  if (young !== undefined && young !== old) {
    const { writeFiles } = await import('../files/write-files.ts')
    const problem = writeFiles([{ path, pieces: [young] }], host.cwd)
    if (problem !== undefined) throw new Failure(`${shown} cannot be written (${problem.code})`)
  }
  const findings = after.reduce((sum, { count }) => sum + count, 0)
  const accepts = `${shown} accepts ${findings} finding${findings === 1 ? '' : 's'}`
  host.note(`codeword: ${existsSync(path) ? accepts : 'there is nothing to accept'}\n`)
}
