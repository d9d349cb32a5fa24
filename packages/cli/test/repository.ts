import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folderWith } from './folder.ts'

export interface Repository {
  readonly path: string
  /** Runs git there. @returns what it prints, trimmed */
  readonly git: (...args: string[]) => string
  readonly write: (files: Readonly<Record<string, string>>) => void
}

/** Settings of whoever runs the tests do not count. */
const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Acme',
  GIT_AUTHOR_EMAIL: 'acme@example.com',
  GIT_COMMITTER_NAME: 'Acme',
  GIT_COMMITTER_EMAIL: 'acme@example.com',
}

/** A git repository of its own for one test. */
export function emptyRepository(files: Readonly<Record<string, string>>): Repository {
  const path = folderWith(files)
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: path, env, encoding: 'utf8', stdio: 'pipe' }).trim()
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    }
  }
  git('init', '-q', '-b', 'main')
  return { path, git, write }
}

/** The same with these files in a first commit. */
export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  const repository = emptyRepository(files)
  repository.git('add', '-A')
  repository.git('commit', '-q', '-m', 'First')
  return repository
}
