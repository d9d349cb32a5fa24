/** The fixtures below a folder, as Vitest's `include` takes them. */
export const fixturePattern = '**/*.codeword.{yaml,yml,json}'

export const isFixturePath = (path: string): boolean => /\.codeword\.(?:ya?ml|json)$/i.test(path)

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

/** Marks the module of a file whose name does not tell that it holds a template. */
const mark = '?codeword'

/** The id of the module that has a template file's text. */
export const templateModuleOf = (path: string): string =>
  path.endsWith('.liquid') ? path : `${path}${mark}`

/** The file of such a module; undefined for the id of another one. */
export function templateFileOf(id: string): string | undefined {
  if (id.endsWith(mark)) return id.slice(0, -mark.length)
  return id.endsWith('.liquid') ? id : undefined
}
