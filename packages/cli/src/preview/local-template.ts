import { createHash } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import {
  type EmbeddedTemplate,
  isFixturePath,
  openSource,
  openTemplate,
  readFixture,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import type { Settings } from '../config/layers.ts'
import { replaceFile } from '../files/replace-file.ts'

/** A template that may be edited: one of a file's, and the fixture that speaks of it. */
export interface LocalTemplate {
  /** Of the file, absolute. */
  readonly file: string
  /** As the user would write it. */
  readonly path: string
  /** Which template of the file; empty where the file is the template. */
  readonly name: string
  readonly fixture?: { readonly file: string; readonly path: string }
}

/** What the page is given, and gives back with other texts. */
export interface LocalTexts {
  readonly template: Versioned
  readonly fixture?: Versioned
}

interface Versioned {
  readonly text: string
  /** Of the whole file, so that nobody's work is written over. */
  readonly version: string
}

export interface LocalSettings {
  readonly profile: string
  readonly domain?: string
  readonly languages?: readonly string[]
}

type Read = { readonly texts: LocalTexts; readonly settings: LocalSettings }

/** Why nothing was read or written; `changed`: somebody else has written meanwhile. */
export interface Problem {
  readonly problem: string
  readonly changed?: true
}

/**
 * The templates in files, each with its fixture if that stands among the files, too.
 * @param files absolute paths, each with the one that the user would write
 */
export async function templatesIn(
  files: ReadonlyMap<string, string>,
): Promise<readonly LocalTemplate[]> {
  const fixtures = await fixturesIn(files)
  const found: LocalTemplate[] = []
  for (const [file, path] of files) {
    if (isFixturePath(path)) continue
    const read = readTextFile(file)
    const source = 'text' in read ? await openSource(path, read.text) : undefined
    for (const { name } of source?.templates ?? []) {
      const fixture = name === '' ? fixtures.get(file) : undefined
      found.push({ file, path, name, ...(fixture && { fixture }) })
    }
  }
  return found
}

/** By the absolute path of the template. */
async function fixturesIn(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, { readonly file: string; readonly path: string }>> {
  const found = new Map<string, { readonly file: string; readonly path: string }>()
  for (const [file, path] of files) {
    const read = isFixturePath(path) ? readTextFile(file) : undefined
    if (read === undefined || 'problem' in read) continue
    const result = await readFixture(path, read.text)
    if (result.ok) found.set(resolve(dirname(file), result.fixture.source.path), { file, path })
  }
  return found
}

export async function readLocal(local: LocalTemplate, settings: Settings): Promise<Read | Problem> {
  const host = await hostOf(local)
  if ('problem' in host) return host
  const { text, embedded } = host
  const { profile, options } = openTemplate(embedded, settings(local.path))
  const fixture = local.fixture && readTextFile(local.fixture.file)
  return {
    texts: {
      template: { text: embedded.text, version: versionOf(text) },
      ...(fixture && 'text' in fixture && { fixture: versioned(fixture.text) }),
    },
    settings: {
      profile: profile.name,
      ...(typeof options.domain === 'string' && { domain: options.domain }),
      ...(options.languages && { languages: options.languages }),
    },
  }
}

/** Writes a template and its fixture into their files, if these are what they were when they were read. */
export async function saveLocal(
  local: LocalTemplate,
  { template, fixture }: LocalTexts,
): Promise<{ readonly saved: true } | Problem> {
  const host = await hostOf(local)
  if ('problem' in host) return host
  const { text, embedded } = host
  if (versionOf(text) !== template.version) return changed(local.path)
  const after = withTemplate(text, embedded, template.text)
  if (after === undefined) return { problem: `${local.path}: this text cannot stand in that file` }
  const before = local.fixture && fixture && readTextFile(local.fixture.file)
  if (before && 'problem' in before) return { problem: `${local.fixture!.path}: ${before.problem}` }
  if (before && versionOf(before.text) !== fixture!.version) return changed(local.fixture!.path)
  const problem = replaceFile(local.file, text, after)
  if (problem !== undefined) return { problem: `${local.path}: ${problem}` }
  const other = before && replaceFile(local.fixture!.file, before.text, fixture!.text)
  return other === undefined ? { saved: true } : { problem: `${local.fixture!.path}: ${other}` }
}

const changed = (path: string): Problem => ({
  problem: `${path} has changed since it was opened, and is left as it is`,
  changed: true,
})

async function hostOf({
  file,
  path,
  name,
}: LocalTemplate): Promise<
  { readonly text: string; readonly embedded: EmbeddedTemplate } | Problem
> {
  const read = readTextFile(file)
  if ('problem' in read) return { problem: `${path}: ${read.problem}` }
  const source = await openSource(path, read.text)
  const embedded = source?.templates.find((one) => one.name === name)
  return embedded ? { text: read.text, embedded } : { problem: `${path}: its template is gone` }
}

/** @returns undefined where the syntax of the file cannot say it */
function withTemplate(host: string, embedded: EmbeddedTemplate, text: string): string | undefined {
  if (text === embedded.text) return host
  const edit = embedded.toHostEdit({ start: 0, end: embedded.text.length, text })
  return edit && host.slice(0, edit.start) + edit.text + host.slice(edit.end)
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const versioned = (text: string): Versioned => ({ text, version: versionOf(text) })
