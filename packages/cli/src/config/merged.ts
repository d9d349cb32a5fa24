import type { CheckOptions } from '@codeword/core'

/** What holds for a file: the command line's options, over those of the configuration file. */
export type Settings = (path: string) => CheckOptions

/** Options over others: what both say is taken from `above`, the levels of rules one by one. */
export const merged = (below: CheckOptions, above: CheckOptions): CheckOptions => ({
  ...below,
  ...above,
  severities: { ...below.severities, ...above.severities },
})
