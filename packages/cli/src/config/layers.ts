import { type CheckOptions, mergedOptions } from '@codeword/core'

/** Options with where they come from, for people. */
export interface Layer {
  /** `codeword.config.json, overrides[0]`, `command line` */
  readonly from: string
  readonly options: CheckOptions
}

/** What holds for a file: each layer over those before it. */
export type Layers = (path: string) => readonly Layer[]

/** What holds for a file, all in all. */
export type Settings = (path: string) => CheckOptions

/** All layers as one. */
export const merged = (layers: readonly Layer[]): CheckOptions =>
  layers.map(({ options }) => options).reduce(mergedOptions, {})
