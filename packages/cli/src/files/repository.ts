import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** The root of the git repository that a folder lies in. @param folder absolute */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryOf(parent)
}

/**
 * Says where a file is for a forge, with forward slashes: from the root of the repository, without one from
 * `cwd`; what lies outside keeps its absolute path.
 *
 * @param cwd the absolute folder that paths are relative to
 */
export function pathInRepository(cwd: string): (path: string) => string {
  let root: string | undefined
  return (path) => {
    root ??= repositoryOf(cwd) ?? cwd
    const absolute = resolve(cwd, path)
    const inside = relative(root, absolute)
    const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
    return (isOutside ? absolute : inside).split(sep).join('/')
  }
}
