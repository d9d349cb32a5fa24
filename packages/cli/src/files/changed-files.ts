import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../failure.ts'

/**
 * Asks git which files are new or different: in the working tree and the index against HEAD, or against where
 * the way of HEAD parted from that of `ref`. Untracked files count, ignored and deleted ones do not.
 *
 * @param cwd an absolute folder in the repository
 * @param ref what a pull request goes to: `origin/main`
 * @returns a question about absolute paths
 * @throws Failure without git, outside of a repository, and where `ref` cannot be compared with
 */
export async function changedFiles(
  cwd: string,
  ref: string | undefined,
): Promise<(path: string) => boolean> {
  const root = (await ask(['rev-parse', '--show-toplevel'], cwd)).replace(/\r?\n$/, '')
  const base = ref === undefined ? await head(root) : await parting(ref, root)
  const lists = [['ls-files', '-z', '--others', '--exclude-standard']]
  if (base === undefined) lists.push(['ls-files', '-z', '--cached'])
  else lists.push([...compare, base])
  const changed = new Set<string>()
  for (const list of lists) {
    for (const path of (await ask(list, root)).split('\0')) changed.add(join(root, path))
  }
  const folders = new Map<string, string>()
  return (path) => changed.has(join(real(dirname(path), folders), basename(path)))
}

/** Renamed files under their new names. What attributes or settings would run is not run. */
const compare = [
  ...['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules', '--no-relative'],
]

/** undefined before the first commit */
async function head(root: string): Promise<string | undefined> {
  const { code, out } = await git(['rev-parse', '--verify', '--quiet', 'HEAD'], root)
  return code === 0 ? out.trim() : undefined
}

async function parting(ref: string, root: string): Promise<string> {
  // Git would take it for an option.
  const named = ref.startsWith('-')
    ? undefined
    : await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], root)
  if (named?.code !== 0) {
    throw new Failure(
      `--changed: git knows no commit '${ref}': fetch it first (in GitHub Actions: fetch-depth: 0)`,
    )
  }
  const { code, out } = await git(['merge-base', 'HEAD', named.out.trim()], root)
  if (code === 0) return out.trim()
  throw new Failure(
    `--changed: HEAD and '${ref}' have no commit in common: fetch the history (in GitHub Actions: fetch-depth: 0)`,
  )
}

/** Git speaks of real paths, people of those that they see; a link itself is not followed. */
function real(folder: string, known: Map<string, string>): string {
  let path = known.get(folder)
  if (path === undefined) {
    path = realpathOf(folder)
    known.set(folder, path)
  }
  return path
}

function realpathOf(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder // Nothing is there: reading it says so.
  }
}

async function ask(args: readonly string[], cwd: string): Promise<string> {
  const { code, out, err } = await git(args, cwd)
  if (code === 0) return out
  throw new Failure(`--changed: git says: ${err.split('\n', 1)[0]!.replace(/^fatal: /, '')}`)
}

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs git itself, without a shell and without what only waits for somebody at a terminal. */
function git(args: readonly string[], cwd: string): Promise<Answer> {
  const options = { cwd, maxBuffer: 2 ** 28, encoding: 'utf8' } as const
  return new Promise((answer, refuse) => {
    execFile('git', ['-c', 'core.fsmonitor=false', ...args], options, (error, out, err) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') answer({ code, out, err })
      else refuse(new Failure(`--changed: git cannot be run (${code}): name the files instead`))
    })
  })
}
