/** The fixtures below a folder, as Vitest's `include` takes them. */
export const fixturePattern = '**/*.codeword.{yaml,yml,json}'

/** How the names of fixtures end. */
export const fixtureEnds: readonly string[] = ['.codeword.yaml', '.codeword.yml', '.codeword.json']

/** How the names of their snapshot files end. */
const snapshotEnd = '.codeword.snap.md'

export const isSnapshotPath = (path: string): boolean => path.endsWith(snapshotEnd)

/** What a fixture and its snapshot file have in common: `sms/otp`. */
export const stemOf = (path: string): string =>
  path.replace(/\.codeword\.(?:ya?ml|json|snap\.md)$/i, '')

/** The snapshot file of a fixture, beside it: `otp.codeword.yaml` has `otp.codeword.snap.md`. */
export const snapshotOf = (fixture: string): string => `${stemOf(fixture)}${snapshotEnd}`
