import type { SnapshotEntry } from '@codeword/core'

/** What is known of a fixture whose tests run in this process. */
export interface Running {
  /** Its file name. */
  readonly title: string
  /** The names of its cases, in its order. */
  readonly names: readonly string[]
  /** What was recorded when it was opened, until Vitest asks for it. */
  recorded?: readonly SnapshotEntry[] | undefined
}

/**
 * The fixtures whose tests run in this process, by the paths of their snapshot files. They are kept on the global
 * object, for Vitest loads tests and the environment of their snapshots each in a way of its own.
 */
export const running: Map<string, Running> = kept()

function kept(): Map<string, Running> {
  const key = Symbol.for('@codeword/vitest: running fixtures')
  const global = globalThis as { [key]?: Map<string, Running> }
  global[key] ??= new Map()
  return global[key]
}
