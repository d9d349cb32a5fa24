import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
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

export const versions = Object.keys(vitests) as readonly Version[]

export interface Outcome {
  readonly code: number | null
  /** Both streams, without colours. */
  readonly out: string
  /** Standard error alone. */
  readonly err: string
}

const configuration = `import { defineConfig } from 'vitest/config'
import { messagesProject } from '${join(root, 'packages/vitest/src/index.ts')}'
const project = messagesProject()
// Loaded as in a published package: by Node.
const server = { deps: { external: [/core\\/src/] } }
export default defineConfig({
  test: { projects: [{ ...project, test: { ...project.test, server } }] },
})
`

/** The plugin in a project that says nothing of which files are tests. */
export const atRoot = `import { codeword } from '${join(root, 'packages/vitest/src/index.ts')}'
export default {
  plugins: [codeword()],
  test: { server: { deps: { external: [/core\\/src/] } } },
}
`

/** A folder for one test, with these files and a Vitest that is set up for fixtures. */
export function folderWith(version: Version, files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'codeword-vitest-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['vitest', '@vitest']) {
    const own = join(vitests[version], name)
    // What both majors share is installed once.
    symlinkSync(
      existsSync(own) ? own : join(root, 'node_modules', name),
      join(folder, 'node_modules', name),
    )
  }
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

export const exists = (folder: string, path: string): boolean => existsSync(join(folder, path))

/** What a run may see of this one's environment. */
type Environment = Readonly<Record<string, string>>

/** Starts Vitest as its users do, with the sources of this repository. */
function start(
  version: Version,
  folder: string,
  args: readonly string[],
  env: Environment = {},
): ChildProcess {
  const bin = join(vitests[version], 'vitest/vitest.mjs')
  return spawn(
    process.execPath,
    ['--conditions=@codeword/source', bin, ...args, '--configLoader=native'],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
}

/** Runs Vitest to its end. */
export function vitest(
  version: Version,
  folder: string,
  args: readonly string[],
  env?: Environment,
): Promise<Outcome> {
  const child = start(version, folder, args, env)
  let [out, err] = ['', '']
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    out += text
    err += text
  })
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ code, out: stripVTControlCharacters(out), err: stripVTControlCharacters(err) }),
    )
  })
}

/** A Vitest that watches; it ends with the test. */
export function watch(version: Version, folder: string): (pattern: RegExp) => Promise<string> {
  const child = start(version, folder, ['watch'])
  onTestFinished(async () => {
    const closed = new Promise((resolve) => child.on('close', resolve))
    child.kill()
    await closed
  })
  let text = ''
  let look = (): void => {}
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += stripVTControlCharacters(piece)
      look()
    })
  /** Waits until the output since the last call has this. @returns all of that */
  return (pattern) =>
    new Promise((resolve) => {
      look = () => {
        const found = pattern.exec(text)
        if (found === null) return
        const seen = text.slice(0, found.index + found[0].length)
        text = text.slice(seen.length)
        look = () => {}
        resolve(seen)
      }
      look()
    })
}
