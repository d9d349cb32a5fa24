import { lstatSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { repositoryOf } from './repository.ts'

/** The rules of one `.gitignore`, about the paths below its folder. */
interface Level {
  readonly folder: string
  readonly rules: Ignore
}

/**
 * Answers which paths git ignores, by every `.gitignore` from the root of the repository (else from
 * `start`) downwards: https://git-scm.com/docs/gitignore
 *
 * @param start an absolute folder
 * @returns a question about an absolute path at or below `start`; that of a folder ends in a separator
 */
export function gitignore(start: string): (path: string) => boolean {
  const root = repositoryOf(start) ?? start
  const levels = new Map<string, readonly Level[]>()
  const ignoredFolders = new Map<string, boolean>()

  function levelsOf(folder: string): readonly Level[] {
    let known = levels.get(folder)
    if (known === undefined) {
      const outer = folder === root ? [] : levelsOf(dirname(folder))
      const own = levelAt(folder)
      known = own === undefined ? outer : [own, ...outer]
      levels.set(folder, known)
    }
    return known
  }

  /** What lies in an ignored folder cannot be taken in again. */
  function ignoredFolder(folder: string): boolean {
    if (folder === root) return false
    let known = ignoredFolders.get(folder)
    if (known === undefined) {
      known = ignored(folder + sep)
      ignoredFolders.set(folder, known)
    }
    return known
  }

  function ignored(path: string): boolean {
    const folder = dirname(path)
    if (!isInside(folder, root)) return false
    if (ignoredFolder(folder)) return true
    for (const level of levelsOf(folder)) {
      const inside = relative(level.folder, path).split(sep).join('/')
      const verdict = level.rules.test(path.endsWith(sep) ? `${inside}/` : inside)
      if (verdict.ignored || verdict.unignored) return verdict.ignored
    }
    return false
  }

  return ignored
}

const isInside = (folder: string, root: string): boolean =>
  `${folder}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)

function levelAt(folder: string): Level | undefined {
  const path = join(folder, '.gitignore')
  try {
    // Like git, without following a link; and to open a pipe would be to wait for its writer.
    if (!lstatSync(path).isFile()) return undefined
    return { folder, rules: ignore().add(readFileSync(path, 'utf8')) }
  } catch {
    return undefined // There is none, or none that can be read.
  }
}
