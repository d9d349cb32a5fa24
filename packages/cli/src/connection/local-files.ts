import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Options, Pulled, Wanted } from '@codeword/auth0'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { writeFiles } from '../files/write-files.ts'
import { ignoredFolder } from '../send/ignored-folder.ts'

/** What is remembered of the last reading of a connection; no secret is in it. */
export interface Seen {
  readonly domain: string
  readonly id: string
  readonly version: string
}

/** What a push has replaced. */
export interface Backup {
  readonly options: Options
  /** What the push has added, and its undoing takes away. */
  readonly added: readonly string[]
}

const templateFile = (name: string): string => `${name}.liquid`
const optionsFile = (name: string): string => `${name}.json`

/**
 * Writes a connection as two files: its template, and everything else without secrets.
 * @throws Failure where another text stands there already, or nothing can be written
 */
export function writePulled(
  { name, strategy, options }: Pulled,
  force: boolean,
  cwd: string,
): void {
  const { template, ...others } = options
  const files = [
    { path: templateFile(name), text: String(template ?? '') },
    {
      path: optionsFile(name),
      text: `${JSON.stringify({ name, strategy, options: others }, null, 2)}\n`,
    },
  ]
  for (const { path, text } of force ? [] : files) {
    const absolute = resolve(cwd, path)
    if (existsSync(absolute) && readFileSync(absolute, 'utf8') !== text)
      throw new Failure(`${path}: another text stands there: --force replaces it`)
  }
  write(files, cwd)
}

/** @throws Failure where the files cannot be read */
export function readWanted(name: string, cwd: string): Options {
  const value = jsonOf(optionsFile(name), cwd)
  const { options } = value as { readonly options?: unknown }
  if (typeof options !== 'object' || options === null)
    throw new Failure(`${optionsFile(name)}: it holds no options: codeword connection pull ${name}`)
  if ('template' in options)
    throw new Failure(
      `${optionsFile(name)}: the template stands in ${templateFile(name)}: take it out here`,
    )
  return { ...(options as Options), template: textOf(templateFile(name), cwd) }
}

const seenFile = (name: string): string => join('.codeword', 'connections', `${name}.json`)

export function writeSeen(name: string, seen: Seen, cwd: string): void {
  mkdirSync(join(ignoredFolder(cwd), 'connections'), { recursive: true })
  write([{ path: seenFile(name), text: `${JSON.stringify(seen)}\n` }], cwd)
}

/** @throws Failure where it was never read, or from another tenant */
export function readSeen(name: string, domain: string, cwd: string): Seen {
  if (!existsSync(resolve(cwd, seenFile(name))))
    throw new Failure(`${name}: read it first: codeword connection pull ${name}`)
  const seen = jsonOf(seenFile(name), cwd) as Seen
  if (seen.domain === domain) return seen
  throw new Failure(`${name}: it was pulled from ${seen.domain}, and AUTH0_DOMAIN is ${domain}`)
}

const backups = (cwd: string): string => join(ignoredFolder(cwd), 'backups')

/** @returns its path, for people */
export function writeBackup(name: string, backup: Backup, cwd: string): string {
  mkdirSync(backups(cwd), { recursive: true })
  const stamp = new Date().toISOString().replace(/\W/g, '')
  const path = join('.codeword', 'backups', `${name}-${stamp}.json`)
  write([{ path, text: `${JSON.stringify(backup, null, 2)}\n` }], cwd)
  return path
}

/** The newest. @throws Failure where there is none */
export function readBackup(name: string, cwd: string): Backup {
  const folder = resolve(cwd, '.codeword', 'backups')
  const mine = new RegExp(`^${name}-\\d{8}T\\d{9}Z\\.json$`)
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => mine.test(file)) : []
  const newest = files.sort().at(-1)
  if (newest === undefined) throw new Failure(`${name}: nothing was pushed from here`)
  return jsonOf(join('.codeword', 'backups', newest), cwd) as Backup
}

export const wantedFrom = ({ options, added }: Backup, { version }: Seen): Wanted => ({
  options,
  version,
  mayVanish: added,
})

function write(
  files: readonly { readonly path: string; readonly text: string }[],
  cwd: string,
): void {
  const problem = writeFiles(
    files.map(({ path, text }) => ({ path, pieces: [text] })),
    cwd,
  )
  if (problem) throw new Failure(`${problem.path} cannot be written (${problem.code})`)
}

function textOf(path: string, cwd: string): string {
  const read = readTextFile(resolve(cwd, path))
  if ('problem' in read) throw new Failure(`${path}: ${read.problem}`)
  return read.text
}

function jsonOf(path: string, cwd: string): unknown {
  try {
    return JSON.parse(textOf(path, cwd))
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${path}: it is no JSON`)
  }
}
