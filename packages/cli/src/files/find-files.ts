import { type Dirent, lstatSync, readdir, readdirSync, statSync } from 'node:fs'
import { join, normalize, relative, resolve, sep } from 'node:path'
import { reasonFor } from '@codeword/core/node'

export interface FoundFiles {
  /** Absolute paths, each with the one that the user would write, forward slashes. */
  readonly files: ReadonlyMap<string, string>
  /** What led to no file, one line each. */
  readonly problems: readonly string[]
}

type Ignored = (path: string) => boolean

/** What the packages of others, their lists and the history of git hold is not the user's; lists may be huge. */
const foreign = [
  ...['node_modules', '.git'],
  ...['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml'],
]

const mayHoldTemplates = /\.(liquid|json|ya?ml|tf)$/i

/**
 * Finds the files that paths, folders and globs stand for. A path is taken as it is, whether or not it
 * exists; folders and globs leave out what git ignores, hidden files, `node_modules`, symbolic links (which
 * may lead anywhere), what is no regular file and the lock files of package managers.
 *
 * @param paths as given on the command line
 * @param cwd the absolute folder that they are relative to
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, string>()
  const problems = new Set<string>()
  for (const path of paths) {
    const { files: found, problems: faults } = await findIn(path, cwd)
    for (const [absolute, file] of found) files.set(absolute, file.split(sep).join('/'))
    for (const fault of faults) problems.add(fault)
  }
  return { files, problems: [...problems] }
}

async function findIn(path: string, cwd: string): Promise<FoundFiles> {
  if (path === '') return { files: new Map(), problems: [`'' names no file and no folder`] }
  const absolute = resolve(cwd, path)
  const kind = kindOf(absolute)
  if (kind === 'folder') return searchFolder(path, absolute, await ignoredIn(absolute))
  if (kind === 'file' || !isGlob(path))
    return { files: new Map([[absolute, normalize(path)]]), problems: [] }
  const { files, problems } = await expand(path, cwd)
  return files.size > 0 || problems.length > 0
    ? { files, problems }
    : { files, problems: [`${path}: no file matches this pattern`] }
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing' // Or nothing that may be seen: reading it says why.
  }
}

const isGlob = (path: string): boolean => /[*?[\]{}]/.test(path)

/** A folder that is asked for by name is searched even if git ignores it. */
async function ignoredIn(folder: string): Promise<Ignored> {
  const { gitignore } = await import('./gitignore.ts')
  const ignored = gitignore(folder)
  return ignored(folder + sep) ? () => false : ignored
}

function searchFolder(path: string, folder: string, ignored: Ignored): FoundFiles {
  const unreadable: Unreadable[] = []
  const given = join(path, sep)
  const prefix = given === `.${sep}` ? '' : given
  const asGiven = (inner: string): string =>
    inner === folder ? path : prefix + inner.slice(folder.length + 1)
  const files = new Map(walk(folder, ignored, unreadable).map((inner) => [inner, asGiven(inner)]))
  const problems = unreadable.map(
    ({ folder: inner, error }) => `${asGiven(inner)}: ${reasonFor(error)}`,
  )
  return {
    files,
    problems:
      files.size > 0 || problems.length > 0
        ? problems
        : [`${path}: no template in this folder (hidden and git-ignored files do not count)`],
  }
}

/**
 * In the order of their names, so that reports are the same everywhere. Paths are put together by hand, for
 * `join` costs more than all the rest.
 */
function walk(folder: string, ignored: Ignored, unreadable: Unreadable[]): readonly string[] {
  return entriesOf(folder, unreadable).flatMap((entry) => {
    const path = folder + sep + entry.name
    if (entry.name.startsWith('.') || foreign.includes(entry.name)) return []
    if (entry.isDirectory()) return ignored(path + sep) ? [] : walk(path, ignored, unreadable)
    return entry.isFile() && mayHoldTemplates.test(entry.name) && !ignored(path) ? [path] : []
  })
}

interface Unreadable {
  readonly folder: string
  readonly error: unknown
}

function entriesOf(folder: string, unreadable: Unreadable[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    unreadable.push({ folder, error })
    return []
  }
}

async function expand(pattern: string, cwd: string): Promise<FoundFiles> {
  const [{ glob }, ignored] = await Promise.all([import('tinyglobby'), ignoredIn(cwd)])
  const problems: string[] = []
  const found = await glob(pattern, {
    cwd,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: foreign.map((name) => `**/${name}/**`),
    fs: {
      readdir: telling((folder, error) => {
        problems.push(`${relative(cwd, folder) || '.'}: ${reasonFor(error)}`)
      }),
    },
  })
  const files = found.sort().map((file) => [resolve(cwd, file), file] as const)
  const ours = files.filter(([absolute]) => mayBeFile(absolute) && !ignored(absolute))
  return { files: new Map(ours), problems: problems.sort() }
}

/** Links and pipes are not meant; what may not even be looked at is, for reading it says why. */
function mayBeFile(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch {
    return true
  }
}

type Tell = (folder: string, error: NodeJS.ErrnoException) => void

/** `readdir` that tells of folders which may not be read, since a glob passes them over without a word. */
const telling = (tell: Tell): typeof readdir =>
  ((path: string, options: { withFileTypes: true }, done: Done) =>
    readdir(path, options, (error, entries) => {
      // A pattern may name folders that do not exist.
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') tell(path, error)
      done(error, entries)
    })) as typeof readdir

type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void
