import { type ChildProcess, spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Where each Vitest is installed that the package is for. */
export const vitests = {
  '4.1': join(root, 'matrix/vitest-4/node_modules'),
  '5.1': join(root, 'node_modules'),
} as const

export type Version = keyof typeof vitests

export interface Outcome {
  readonly code: number | null
  /** Both streams, without colours. */
  readonly out: string
}

const configuration = `import { defineConfig } from 'vitest/config'
import { messagesProject } from '${join(root, 'packages/vitest/src/index.ts')}'
export default defineConfig({ test: { projects: [messagesProject()] } })
`

/** A folder for one test, with these files and a Vitest that is set up for fixtures. */
export function folderWith(version: Version, files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'codeword-vitest-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['vitest', '@vitest'])
    symlinkSync(join(vitests[version], name), join(folder, 'node_modules', name))
  write(folder, { 'vitest.config.mjs': configuration, ...files })
  return folder
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

export const read = (folder: string, path: string): string =>
  readFileSync(join(folder, path), 'utf8')

interface Settings {
  readonly env?: Readonly<Record<string, string>>
}

/** Starts Vitest as its users do, with the sources of this repository. */
export function start(
  version: Version,
  folder: string,
  args: readonly string[],
  { env = {} }: Settings = {},
): ChildProcess {
  const bin = join(vitests[version], 'vitest/vitest.mjs')
  return spawn(
    process.execPath,
    ['--conditions=@codeword/source', bin, ...args, '--configLoader=native'],
    { cwd: folder, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
}

/** Runs Vitest to its end. */
export function vitest(
  version: Version,
  folder: string,
  args: readonly string[],
  settings?: Settings,
): Promise<Outcome> {
  const child = start(version, folder, args, settings)
  let out = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out: stripVTControlCharacters(out) }))
  })
}
