import { createHash, createHmac, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OutgoingMessage } from './message.ts'

/**
 * What is known of each message, written before and after it is sent, so that a run that was killed can be resumed
 * without a second message: Twilio's API has no idempotency key.
 */
export interface Journal {
  /** Writes that a message is about to be sent. On the disk when it returns. */
  readonly begin: (entry: Omit<Begun, 'id' | 'at'>) => Begun
  readonly end: (begun: Begun, end: Ended) => void
  /** The last message of this kind whose end was not written: its run was killed. */
  readonly open: (fingerprint: string) => Begun | undefined
  /** Begins a run, or goes on with one of the same messages that was not ended within the last day. */
  readonly run: (fingerprints: readonly string[]) => Run
}

/** Messages that belong together. */
export interface Run {
  /** Those that the run has sent before it was killed, by their fingerprints. */
  readonly sent: ReadonlyMap<string, string>
  /** Nothing is left to be sent. */
  readonly end: () => void
}

/** No number, no text and no secret stands in it. */
export interface Begun {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  /** See `fingerprint`. */
  readonly message: string
  /** The messages to the same number that were there before; absent where they could not be listed. */
  readonly before?: readonly string[]
}

export interface Ended {
  readonly state: 'sent' | 'not-sent' | 'unknown'
  readonly sid?: string
}

/** Tells two messages apart, and says nothing about them to who has not the key. */
export const fingerprint = ({ to, from, body }: OutgoingMessage, key: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([to, from, body]))
    .digest('base64url')

/**
 * A journal in a file, one JSON object a line, to which lines are only added.
 * @throws the error of the system where it cannot be written
 */
export function fileJournal(path: string): Journal {
  const add = (line: object): void => {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(path, 'a', 0o600)
    try {
      // A run that was killed may have left half a line.
      writeSync(file, `\n${JSON.stringify(line)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
  return {
    begin(entry) {
      const begun = { id: randomUUID(), at: new Date().toISOString(), ...entry }
      add({ begun })
      return begun
    },
    end: ({ id }, end) => add({ ended: { id, ...end } }),
    run(messages) {
      const lines = linesOf(path)
      const over = new Set(lines.flatMap((line) => line.over?.id ?? []))
      const key = createHash('sha256').update(JSON.stringify(messages)).digest('base64url')
      const from = lines.findLastIndex(({ run }) => run?.key === key)
      const open = lines[from]?.run
      if (open === undefined || over.has(open.id) || Date.now() - Date.parse(open.at) > day) {
        const id = randomUUID()
        add({ run: { id, key, at: new Date().toISOString() } })
        return { sent: new Map(), end: () => add({ over: { id } }) }
      }
      const own = new Set(messages)
      const begun = new Map(
        lines.slice(from).flatMap((line) => (line.begun ? [[line.begun.id, line.begun]] : [])),
      )
      const sent = lines.slice(from).flatMap(({ ended }) => {
        const message = ended?.sid === undefined ? undefined : begun.get(ended.id)?.message
        return message !== undefined && own.has(message) ? [[message, ended!.sid!] as const] : []
      })
      return { sent: new Map(sent), end: () => add({ over: { id: open.id } }) }
    },
    open(message) {
      const lines = linesOf(path)
      const ended = new Set(lines.flatMap((line) => line.ended?.id ?? []))
      return lines
        .flatMap(({ begun }) => (begun?.message === message && !ended.has(begun.id) ? [begun] : []))
        .at(-1)
    },
  }
}

/** Milliseconds. Who sends the same again later means it. */
const day = 86_400_000

interface Line {
  readonly run?: { readonly id: string; readonly key: string; readonly at: string }
  readonly over?: { readonly id: string }
  readonly begun?: Begun
  readonly ended?: Ended & { readonly id: string }
}

function linesOf(path: string): readonly Line[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text.split('\n').flatMap((line): readonly Line[] => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line]
    } catch {
      return []
    }
  })
}
