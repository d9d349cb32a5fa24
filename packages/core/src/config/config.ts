import type { CheckOptions } from '../check/options.ts'
import type { Position } from '../text/span.ts'

/** What a configuration file says, every name in it checked. */
export interface Config {
  /** For all files. */
  readonly options: CheckOptions
  /** For some files; of several that match, the later ones win. */
  readonly overrides: readonly ConfigOverride[]
}

export interface ConfigOverride {
  /** Patterns as in .gitignore, from the folder of the configuration file. */
  readonly files: readonly string[]
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
