import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, '..')

export interface Site {
  readonly url: string
  /** The folder with what was built. */
  readonly folder: string
  readonly close: () => Promise<void>
}

/** Builds the playground as it is published, and serves it on loopback. */
export async function builtSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'codeword-playground-'))
  const configFile = join(root, 'vite.config.ts')
  const output = { outDir: folder }
  await build({ root, configFile, build: output, logLevel: 'error' })
  const server = await preview({
    root,
    configFile,
    build: output,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  })
  return {
    url: server.resolvedUrls!.local[0]!,
    folder,
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
