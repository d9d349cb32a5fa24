import type { Opener } from './source-file.ts'

/** JSON files; what reads and validates them is loaded with the first. */
export const jsonFile: Opener = {
  opens: (path) => /\.json$/i.test(path),
  open: async (path, text) => (await import('./auth0-json.ts')).openJson(path, text),
}
