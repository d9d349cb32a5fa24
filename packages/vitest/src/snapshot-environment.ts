import { isDeepStrictEqual } from 'node:util'
import { type SnapshotEntry, writeSnapshot } from '@codeword/core'
import { stageFile } from '@codeword/core/node'
import { VitestSnapshotEnvironment } from 'vitest/runtime'
import { isFixturePath, isSnapshotPath, snapshotOf } from './files.ts'
import { recordedIn } from './recorded-file.ts'
import { recordedEntry, recordedText } from './recording.ts'
import { running } from './running.ts'

/**
 * Has Vitest keep the recorded messages of a fixture in one Markdown file beside it. Vitest reads and writes snapshots
 * as JavaScript, hence they are translated both ways; the rest of their life is Vitest's own.
 */
class MessageSnapshots extends VitestSnapshotEnvironment {
  override async resolvePath(path: string): Promise<string> {
    return isFixturePath(path) ? snapshotOf(path) : await super.resolvePath(path)
  }

  override async readSnapshotFile(path: string): Promise<string | null> {
    if (!isSnapshotPath(path)) return await super.readSnapshotFile(path)
    try {
      const entries = takeRecorded(path) ?? recordedIn(path)
      return entries === undefined ? null : scriptOf(entries)
    } catch {
      // Vitest would give up all fixtures of this process; `openFixture` makes this one fail.
      return null
    }
  }

  /** @throws where the file is damaged or cannot be written; then it is as it was */
  override async saveSnapshotFile(path: string, script: string): Promise<void> {
    if (!isSnapshotPath(path)) return await super.saveSnapshotFile(path, script)
    const { title, names } = running.get(path)!
    const places = new Map(names.map((name, place) => [name, place]))
    const placeOf = ({ name }: SnapshotEntry): number => places.get(name) ?? names.length
    const inOrder = (entries: readonly SnapshotEntry[]): readonly SnapshotEntry[] =>
      entries.toSorted((a, b) => placeOf(a) - placeOf(b))
    const entries = inOrder(entriesOf(script))
    // Vitest also saves what has not changed, in CI too where a test is gone.
    if (isDeepStrictEqual(inOrder(recordedIn(path) ?? []), entries)) return
    stageFile(path, [writeSnapshot(title, entries)]).place()
  }
}

/** What `openFixture` has read just now; once, for then it may have changed. */
function takeRecorded(path: string): readonly SnapshotEntry[] | undefined {
  const fixture = running.get(path)
  const recorded = fixture?.recorded
  if (fixture !== undefined) fixture.recorded = undefined
  return recorded
}

/** Vitest numbers the snapshots of a test; a case has one. */
const first = ' 1'

const scriptOf = (entries: readonly SnapshotEntry[]): string =>
  entries
    .map((entry) => [`${entry.name}${first}`, `\n${recordedText(entry)}\n`])
    .map(([key, text]) => `exports[${JSON.stringify(key)}] = ${JSON.stringify(text)}`)
    .join('\n')

/** As Vitest itself reads such a script, which it has just made. */
function entriesOf(script: string): readonly SnapshotEntry[] {
  const exported: Record<string, string> = {}
  new Function('exports', script)(exported)
  return Object.entries(exported).map(([key, text]) =>
    recordedEntry(key.slice(0, -first.length), text.slice(1, -1)),
  )
}

const snapshots: VitestSnapshotEnvironment = new MessageSnapshots()
export default snapshots
