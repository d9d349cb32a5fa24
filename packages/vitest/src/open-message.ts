import { fileURLToPath } from 'node:url'
import {
  type CaseResult,
  type Fixture,
  type FixtureCase,
  openSource,
  type Prepared,
  prepareFixture,
  runCase,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { MessageError } from './errors.ts'

/** What a fixture could say of a template, for tests in TypeScript. */
export type MessageOptions = Pick<Fixture, 'profile' | 'languages' | 'fallback' | 'variables'> & {
  /** Which template, where the file holds several: `options.email.body`. */
  readonly message?: string
}

/** A template to write tests about. */
export interface MessageTemplate {
  /** What a request with these headers gets. */
  readonly request: (headers?: Readonly<Record<string, string>>) => Message
  /** What a customer gets for whom the language variable holds this; null: nothing. */
  readonly value: (value: string | null) => Message
}

/** What one customer gets, with the fake code. */
export interface Message extends Omit<CaseResult, 'failures'> {
  readonly text: string
  /** Why the message is not the one of this language; undefined where it is. */
  readonly unlike: (language: string) => string | undefined
}

/**
 * Opens the template in a file: a `.liquid` file, or a connection as JSON, YAML or Terraform.
 *
 * @param file its URL or absolute path
 * @throws MessageError where the file cannot be read or holds no such template
 */
export async function openMessage(
  file: URL | string,
  { message, ...options }: MessageOptions = {},
): Promise<MessageTemplate> {
  const path = typeof file === 'string' ? file : fileURLToPath(file)
  const read = readTextFile(path)
  if ('problem' in read) throw new MessageError(`${path}: ${read.problem}`)
  const nowhere = { start: 0, end: 0 }
  const source = {
    kind: 'template',
    path,
    span: nowhere,
    ...(message !== undefined && { message }),
  } as const
  const fixture: Fixture = { ...options, path, text: '', source, cases: [] }
  const result = await prepareFixture(fixture, await openSource(path, read.text))
  if (!result.ok) throw new MessageError(`${path}: ${result.mistakes[0].message}`)
  const get = (asked: Pick<FixtureCase, 'headers' | 'value'>): Message =>
    messageOf(result.prepared, { ...asked, name: '', span: nowhere, nameSpan: nowhere })
  return {
    request: (headers = {}) => get({ headers }),
    value: (value) => get({ value }),
  }
}

function messageOf(prepared: Prepared, one: FixtureCase): Message {
  const run = runCase(prepared, one)
  if (!run.ok) throw new MessageError(run.failure.message)
  const { failures: _, ...result } = run.result
  const unlike = (language: string): string | undefined => {
    const again = runCase(prepared, { ...one, expect: { language } })
    return again.ok ? again.result.failures[0]?.message : again.failure.message
  }
  return { ...result, text: result.rendered.text, unlike }
}
