import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource, type SourceFile } from '@codeword/core'
import { readTextStream } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import { notOurs, openFile } from '../open-file.ts'

/** One of the two templates of `codeword diff`. */
export interface Side {
  readonly source: SourceFile
  /** The path of the file, without its revision. */
  readonly path: string
}

/**
 * Reads a file, or what git has of it: `HEAD~1:otp.liquid`.
 * @throws Failure where there is neither
 */
export async function readSide(name: string, host: Host): Promise<Side> {
  const [, revision, path] = /^([^:]+):(.+)$/s.exec(name) ?? []
  const exists = existsSync(resolve(host.cwd, name))
  if (!exists && /^[\w~^@{}]+$/.test(name)) {
    throw new Failure(`${name}: there is no such file; of a revision: ${name}:otp.liquid`)
  }
  if (exists || revision === undefined || path === undefined) {
    return { source: await openFile(name, host), path: name }
  }
  const source = await openSource(name, await committed(name, host))
  if (source !== undefined) return { source, path }
  throw new Failure(`${name}: ${notOurs}`)
}

/** The content of a file in a revision: git itself is asked, without a shell. */
async function committed(name: string, host: Host): Promise<string> {
  // No option can be made of it: a name begins with no hyphen after --end-of-options.
  const git = spawn('git', ['show', '--no-textconv', '--end-of-options', name], {
    cwd: host.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(git, 'close') as Promise<[number | null]>
  const [text, complaint, [code]] = await Promise.all([
    readTextStream(git.stdout),
    readTextStream(git.stderr),
    closed,
  ]).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${name}: git cannot be run (${error.code}): give files instead`)
  })
  if ('problem' in text) {
    git.kill()
    throw new Failure(`${name}: ${text.problem}`)
  }
  if (code === 0) return text.text
  throw new Failure(`${name}: git says: ${'text' in complaint ? inOneLine(complaint.text) : ''}`)
}

/** What git complains of, and the path that it suggests where one from the current folder was meant. */
function inOneLine(complaint: string): string {
  const said = complaint.split('\n', 1)[0]!.replace(/^fatal: /, '')
  const meant = /^hint: Did you mean .* aka '(.+)'\?$/m.exec(complaint)?.[1]
  return meant === undefined ? said : `${said}; did you mean ${meant}?`
}
