import { existsSync } from 'node:fs'
import {
  type FixtureCase,
  Lines,
  readSnapshot,
  runCase,
  type SnapshotEntry,
  snapshotEntry,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import type { ReadFixture } from './read-fixtures.ts'

/**
 * Why the tests of a fixture fail with the template as it is. Mutants tell nothing then: whether a case notices a
 * fault is seen only where it passes without one.
 *
 * @returns one line that says what is wrong first, and where; undefined where all cases pass
 */
export function firstFailure(fixture: ReadFixture): string | undefined {
  const { prepared, file } = fixture
  const recorded = recordedIn(withEnd(file), withEnd(prepared.fixture.path))
  if (typeof recorded === 'string') return recorded
  const lines = new Lines(prepared.fixture.text)
  for (const each of prepared.fixture.cases) {
    const failure = failureOf(fixture, each, recorded)
    if (failure === undefined) continue
    const { line, column } = lines.position(failure.start)
    return `${prepared.fixture.path}:${line}:${column}: ${each.name}: ${failure.message}; mutants are planted once all cases pass, codeword test shows them`
  }
  return undefined
}

function failureOf(
  { prepared }: ReadFixture,
  each: FixtureCase,
  recorded: ReadonlyMap<string, SnapshotEntry>,
): { readonly start: number; readonly message: string } | undefined {
  const run = runCase(prepared, each)
  const { start } = each.span
  if (!run.ok) return { start, message: `Liquid makes no message (${run.failure.message})` }
  const [failure] = run.result.failures
  if (failure !== undefined) return { start: failure.span.start, message: failure.message }
  const before = recorded.get(each.name)
  if (before === undefined) return undefined
  const { text, facts } = snapshotEntry(prepared, each, run.result)
  return before.text === text && before.facts === facts
    ? undefined
    : { start, message: 'The message is not the recorded one' }
}

/** Where the messages of a fixture are recorded. */
const withEnd = (path: string): string =>
  path.replace(/\.codeword\.(?:ya?ml|json)$/i, '.codeword.snap.md')

/** @returns what is recorded of each case, or what is wrong with the file */
function recordedIn(file: string, path: string): ReadonlyMap<string, SnapshotEntry> | string {
  if (!existsSync(file)) return new Map()
  const read = readTextFile(file)
  if ('problem' in read) return `${path}: ${read.problem}`
  const result = readSnapshot(read.text)
  if (result.ok) return new Map(result.entries.map((entry) => [entry.name, entry]))
  const [{ position, message }] = result.mistakes
  return `${path}:${position.line}:${position.column}: ${message}`
}
