import { unwatchFile, watchFile } from 'node:fs'
import type { LocalTemplate } from './local-template.ts'

/** Milliseconds between two looks at a file. */
const interval = 250

/**
 * Tells of templates whose file, or whose fixture's, was written. It looks at their times, which works on every disk
 * and whatever an editor does to save: https://nodejs.org/api/fs.html#availability
 *
 * @param tell is given the index of the template
 * @returns ends it
 */
export function watchFiles(
  templates: readonly LocalTemplate[],
  tell: (id: number) => void,
): () => void {
  const watched = templates.flatMap(({ file, fixture }, id) =>
    [file, ...(fixture ? [fixture.file] : [])].map((path) => ({ path, listener: () => tell(id) })),
  )
  for (const { path, listener } of watched) watchFile(path, { interval }, listener)
  return () => {
    for (const { path, listener } of watched) unwatchFile(path, listener)
  }
}
