import { type FoundKind, kindOf } from './apply.ts'
import type { SuppressionEntry } from './suppressions.ts'

/** What is known of the files of a run: what was found in each, or that it is gone. */
export type FoundIn = (file: string) => readonly FoundKind[] | 'gone' | undefined

/** An entry, and how many findings of its kind there are still; undefined where nobody looked. */
interface Needed {
  readonly entry: SuppressionEntry
  readonly needed: number | undefined
}

/** How much of each entry is needed: of several for the same findings the first ones. */
function neededOf(entries: readonly SuppressionEntry[], foundIn: FoundIn): readonly Needed[] {
  const left = new Map<string, number>()
  return entries.map((entry) => {
    const { file, rule, fingerprint, count } = entry
    const found = foundIn(file)
    if (found === undefined) return { entry, needed: undefined }
    const kinds = found === 'gone' ? [] : found
    const kind = `${file} ${kindOf(rule, fingerprint)}`
    const there =
      left.get(kind) ??
      kinds.find((each) => each.rule === rule && each.fingerprint === fingerprint)?.count ??
      0
    const needed = Math.min(count, there)
    left.set(kind, there - needed)
    return { entry, needed }
  })
}

/** The entries that accept more findings than there are. */
export const unusedSuppressions = (
  entries: readonly SuppressionEntry[],
  foundIn: FoundIn,
): readonly SuppressionEntry[] =>
  neededOf(entries, foundIn)
    .filter(({ entry, needed }) => needed !== undefined && needed < entry.count)
    .map(({ entry }) => entry)

/** The entries without what is no longer needed. */
export const prunedSuppressions = (
  entries: readonly SuppressionEntry[],
  foundIn: FoundIn,
): readonly SuppressionEntry[] =>
  neededOf(entries, foundIn).flatMap(({ entry, needed = entry.count }) =>
    needed === 0 ? [] : [{ ...entry, count: needed }],
  )

/**
 * The entries with everything that was found.
 * @param reason of those that have none yet
 */
export function allSuppressed(
  entries: readonly SuppressionEntry[],
  found: ReadonlyMap<string, readonly FoundKind[]>,
  reason?: string,
): readonly SuppressionEntry[] {
  const all = new Map(
    entries.map((entry) => [`${entry.file} ${kindOf(entry.rule, entry.fingerprint)}`, entry]),
  )
  for (const [file, kinds] of found) {
    for (const { rule, fingerprint, count } of kinds) {
      const key = `${file} ${kindOf(rule, fingerprint)}`
      const known = all.get(key)
      all.set(key, {
        file,
        rule,
        fingerprint,
        count: Math.max(count, known?.count ?? 0),
        ...((known?.reason ?? reason) !== undefined && { reason: known?.reason ?? reason! }),
      })
    }
  }
  return [...all.values()].sort(
    (a, b) =>
      compared(a.file, b.file) ||
      compared(a.rule, b.rule) ||
      compared(a.fingerprint, b.fingerprint),
  )
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
