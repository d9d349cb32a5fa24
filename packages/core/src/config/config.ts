import type { CheckOptions } from '../check/options.ts'
import type { Position } from '../text/span.ts'

/** What a configuration file says, every name in it checked. */
export interface Config {
  /** What holds for a file: each over those before it. */
  readonly layers: readonly ConfigLayer[]
}

export interface ConfigLayer {
  /** Where it stands in the file: `extends`, `profiles`, `overrides[0]`; empty for what stands at its top. */
  readonly place: string
  /** Patterns as in .gitignore, from the folder of the configuration file; absent for all files. */
  readonly files?: readonly string[]
  readonly options: CheckOptions
}

/** One thing that is wrong, worded to follow a place and a colon. */
export interface ConfigMistake {
  readonly position: Position
  readonly message: string
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: readonly [ConfigMistake, ...ConfigMistake[]] }
