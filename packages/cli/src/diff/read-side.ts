import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource, type SourceFile } from '@codeword/core'
import { readTextStream } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'
import { openFile } from '../open-file.ts'

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
  if (revision === undefined || path === undefined || existsSync(resolve(host.cwd, name))) {
    return { source: await openFile(name, host), path: name }
  }
  const source = await openSource(name, await committed(name, host))
  if (source !== undefined) return { source, path }
  throw new Failure(`${name}: it is neither a template (.liquid) nor an Auth0 connection (.json)`)
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
  const said = 'text' in complaint ? complaint.text.split('\n', 1)[0]! : ''
  throw new Failure(`${name}: git says: ${said.replace(/^fatal: /, '')}`)
}
