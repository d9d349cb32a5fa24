import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Fields, Target, Wanted } from '@codeword/auth0'
import { readTextFile } from '@codeword/core/node'
import { Failure } from '../failure.ts'
import { systemCode } from '../files/system-code.ts'
import { writeFiles } from '../files/write-files.ts'
import { ignoredFolder } from '../send/ignored-folder.ts'

/** What is remembered of the last reading; no secret is in it. */
export interface Seen {
  readonly domain: string
  readonly version: string
}

/** What a push has replaced. */
export interface Backup {
  readonly fields: Fields
  /** What the push has added, and its undoing takes away. */
  readonly added: readonly string[]
}

/** The text that stands in a file of its own, and the file of everything else. */
const textFile = ({ name }: Target): string => `${name}.liquid`
const fieldsFile = ({ name }: Target): string => `${name}.json`

/**
 * Writes what was pulled as files: a connection's template, and everything else.
 * @returns what stands where, a line each
 * @throws Failure where another text stands there already, or nothing can be written
 */
export function writePulled(target: Target, fields: Fields, force: boolean, cwd: string): string {
  const { apart } = target
  const { [apart ?? '']: text, ...others } = fields
  const kept = apart === undefined ? fields : others
  const rest = {
    path: fieldsFile(target),
    text: `${JSON.stringify(target.toFile(kept), null, 2)}\n`,
  }
  const files =
    apart === undefined ? [rest] : [{ path: textFile(target), text: String(text ?? '') }, rest]
  for (const { path, text } of force ? [] : files) {
    const absolute = resolve(cwd, path)
    if (existsSync(absolute) && readFileSync(absolute, 'utf8') !== text)
      throw new Failure(`${path}: another text stands there: --force replaces it`)
  }
  write(files, cwd)
  return apart === undefined
    ? `${fieldsFile(target)}: everything\n`
    : `${textFile(target)}: the template\n${fieldsFile(target)}: everything else, without secrets\n`
}

/** @throws Failure where the files cannot be read */
export function readWanted(target: Target, cwd: string): Fields {
  const { apart, name } = target
  const path = fieldsFile(target)
  const fields = target.fromFile(jsonOf(path, cwd))
  if (fields === undefined)
    throw new Failure(`${path}: it holds something else: codeword connection pull ${name}`)
  if (apart === undefined) return fields
  if (apart in fields)
    throw new Failure(`${path}: the template stands in ${textFile(target)}: take it out here`)
  return { ...fields, [apart]: textOf(textFile(target), cwd) }
}

const seenFile = (name: string): string => join('.codeword', 'connections', `${name}.json`)

export function writeSeen(name: string, seen: Seen, cwd: string): void {
  ignoredFolder(cwd)
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

const backupFolder = (name: string): string => dirname(join('.codeword', 'backups', name))

/** @returns its path, for people */
export function writeBackup(name: string, backup: Backup, cwd: string): string {
  ignoredFolder(cwd)
  const stamp = new Date().toISOString().replace(/\W/g, '')
  const path = join(backupFolder(name), `${basename(name)}-${stamp}.json`)
  write([{ path, text: `${JSON.stringify(backup, null, 2)}\n` }], cwd)
  return path
}

/** The newest. @throws Failure where there is none */
export function readBackup(name: string, cwd: string): Backup {
  const folder = resolve(cwd, backupFolder(name))
  const mine = new RegExp(`^${basename(name)}-\\d{8}T\\d{9}Z\\.json$`)
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => mine.test(file)) : []
  const newest = files.sort().at(-1)
  if (newest === undefined) throw new Failure(`${name}: nothing was pushed from here`)
  return jsonOf(join(backupFolder(name), newest), cwd) as Backup
}

export const wantedFrom = ({ fields, added }: Backup, { version }: Seen): Wanted => ({
  fields,
  version,
  mayVanish: added,
})

function write(
  files: readonly { readonly path: string; readonly text: string }[],
  cwd: string,
): void {
  for (const { path } of files) makeFolder(dirname(resolve(cwd, path)), path)
  const problem = writeFiles(
    files.map(({ path, text }) => ({ path, pieces: [text] })),
    cwd,
  )
  if (problem) throw new Failure(`${problem.path} cannot be written (${problem.code})`)
}

function makeFolder(folder: string, path: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Failure(`${path} cannot be written (${systemCode(error)})`)
  }
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
