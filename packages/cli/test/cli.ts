import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { plain } from '@codeword/core'
import type { Host } from '../src/host.ts'
import { run } from '../src/run.ts'

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export const bin: string = fileURLToPath(new URL('../src/bin.ts', import.meta.url))

/** What Node needs to run the command line from its source. */
export const nodeArgs: readonly string[] = ['--conditions=@codeword/source']

interface Settings {
  readonly cwd?: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** The user to run as, where the tests run as root. */
  readonly uid?: number
  /** More arguments for Node itself. */
  readonly node?: readonly string[]
}

/** Runs the real command in a process of its own. */
export function codeword(args: readonly string[], settings: Settings = {}): Outcome {
  const { cwd, input = '', env = {}, uid, node = [] } = settings
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeArgs, ...node, bin, ...args],
    {
      cwd,
      input,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      ...(uid !== undefined && { uid }),
    },
  )
  return { code: status, out: stdout, err: stderr }
}

/** Starts the real command; what it asks of this process is answered meanwhile. */
export const start = (args: readonly string[], { cwd, env = {} }: Settings = {}): ChildProcess =>
  spawn(process.execPath, [...nodeArgs, bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
  })

/** The same, to its end. */
export async function codewordAsync(
  args: readonly string[],
  settings: Settings = {},
): Promise<Outcome> {
  const child = start(args, settings)
  let out = ''
  let err = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

/** Runs the same code in this process. */
export async function runHere(
  args: readonly string[],
  settings: { readonly cwd?: string; readonly input?: string } = {},
): Promise<Outcome> {
  let out = ''
  let err = ''
  const host: Host = {
    cwd: settings.cwd ?? process.cwd(),
    stdin: streamOf(settings.input ?? ''),
    out: (text) => {
      out += text
    },
    note: (text) => {
      err += text
    },
    paint: plain,
    width: 80,
  }
  const code = await run(args, host)
  return { code, out, err }
}

async function* streamOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
