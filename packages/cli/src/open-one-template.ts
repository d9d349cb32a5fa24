import {
  type CheckOptions,
  type EmbeddedTemplate,
  Lines,
  type OpenTemplate,
  openTemplate,
} from '@codeword/core'
import { Failure } from './failure.ts'
import type { Host } from './host.ts'
import { openFile } from './open-file.ts'
import { unknown, type Values } from './options.ts'
import { refuseMistakes } from './variables.ts'

/** What the commands for a single template take to find it and to fill its variables. */
export const templateOptions = {
  template: { value: 'NAME', summary: 'which one, where a file holds several' },
} as const

/**
 * Opens the only template of a file, or the one that `--template` names.
 * @throws Failure where there is none, too many, or `--set` gives a variable what it cannot hold
 */
export const openOneTemplate = async (
  path: string,
  options: CheckOptions,
  host: Host,
  values: Values<typeof templateOptions>,
): Promise<OpenTemplate> => {
  const { templates } = await openFile(path, host)
  return openEmbedded(await templateIn(path, templates, values.template), options)
}

/**
 * Opens a template that was found already.
 * @throws Failure where `--set` gives a variable what it cannot hold
 */
export async function openEmbedded(
  embedded: EmbeddedTemplate,
  options: CheckOptions,
): Promise<OpenTemplate> {
  const opened = openTemplate(embedded, options)
  await refuseMistakes([opened.profile], options)
  return opened
}

/**
 * The only template of a file, or the one that is named.
 * @throws Failure where there is none, or too many
 */
export async function templateIn(
  path: string,
  templates: readonly EmbeddedTemplate[],
  name: string | undefined,
): Promise<EmbeddedTemplate> {
  const [only, ...others] = templates
  if (only === undefined) throw new Failure(`${path}: it holds no template`)
  const names = templates.map((each) => each.name)
  if (name !== undefined) {
    const named = templates.find((each) => each.name === name)
    if (named !== undefined) return named
    throw new Failure(`${path}: --template: ${await unknown(name, names)}`)
  }
  if (others.length === 0) return only
  throw new Failure(
    `${path}: it holds several templates: choose one with --template ${names[0]}, or ${names.slice(1).join(', ')}`,
  )
}

/** @returns the failure of a command that cannot do without a message */
export function rejected(
  path: string,
  { embedded }: OpenTemplate,
  { message, span }: { readonly message: string; readonly span: { readonly start: number } },
): Failure {
  const { line, column } = new Lines(embedded.text).position(span.start)
  const place = embedded.name === '' ? `${path}:${line}:${column}` : `${path}: ${embedded.name}`
  return new Failure(`${place}: Liquid rejects this template (${message}): see codeword ${path}`)
}
