import type { CheckOptions } from '../check/options.ts'
import type { PlacedMistakes } from '../source/checked-document.ts'

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

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: PlacedMistakes }
