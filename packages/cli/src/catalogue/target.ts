import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { applyEdits, type Catalogue, type EmbeddedTemplate } from '@codeword/core'
import { Failure } from '../failure.ts'
import { writeFiles } from '../files/write-files.ts'
import type { Host } from '../host.ts'
import { openFile } from '../open-file.ts'
import { templateIn } from '../open-one-template.ts'
import { isFolder } from './read.ts'

/** Where a composed template lives. */
export interface Target {
  readonly path: string
  /** What stands there; absent where nothing does yet. */
  readonly now?: EmbeddedTemplate
  /** The whole file with another template in it. @throws Failure where the file cannot hold it */
  readonly with: (source: string) => string
}

/**
 * The file that a template is written to: what is asked for, else what the catalogue names.
 * @param name of the template, where the file holds several
 * @returns undefined where nobody names one
 */
export async function targetOf(
  asked: string | undefined,
  catalogue: Catalogue,
  cataloguePath: string,
  name: string | undefined,
  host: Host,
): Promise<Target | undefined> {
  const folder = isFolder(resolve(host.cwd, cataloguePath)) ? cataloguePath : dirname(cataloguePath)
  const path = asked ?? (catalogue.template && join(folder, catalogue.template))
  if (path === undefined) return undefined
  const isPlain = /\.liquid$/i.test(path)
  if (!existsSync(resolve(host.cwd, path))) {
    if (isPlain) return { path, with: (source) => source }
    throw new Failure(`${path}: it is not there: a new template is a .liquid file`)
  }
  const file = await openFile(path, host)
  const now = await templateIn(path, file.templates, name)
  return { path, now, with: (source) => replaced(path, file.text, now, source) }
}

/** The text of a file with another template in place of one; everything else stays. */
function replaced(path: string, text: string, now: EmbeddedTemplate, source: string): string {
  const edit = now.toHostEdit({ start: 0, end: now.text.length, text: source })
  const after = edit === undefined ? undefined : applyEdits(text, [edit])
  if (after !== undefined) return after
  throw new Failure(`${path}: ${now.name}: the text cannot be replaced where it stands`)
}

/** @throws Failure where the file cannot be written */
export function writeText(path: string, text: string, host: Host): void {
  const problem = writeFiles([{ path, pieces: [text] }], host.cwd)
  if (problem) throw new Failure(`${path} cannot be written (${problem.code})`)
}
