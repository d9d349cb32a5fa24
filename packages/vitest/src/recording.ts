import { readSnapshot, type SnapshotEntry, writeSnapshot } from '@codeword/core'

/**
 * A recorded message as Vitest keeps, compares and shows it: as in the snapshot file, below the name of the case. No
 * text begins or ends with what Vitest would trim, and none has a carriage return, which it would make a line feed.
 */
export const recordedText = (entry: SnapshotEntry): string =>
  writeSnapshot(title, [entry]).slice(headOf(entry.name).length, -1)

/** The same read back. */
export function recordedEntry(name: string, text: string): SnapshotEntry {
  const result = readSnapshot(`${headOf(name)}${text}\n`)
  if (!result.ok) throw new Error(`the message of '${name}' cannot be recorded`)
  return result.entries[0]!
}

const title = 'one'

const headOf = (name: string): string => `# ${title}\n\n## ${name}\n\n`
