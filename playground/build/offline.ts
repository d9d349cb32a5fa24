import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Lets a browser keep the whole site, so that it works without a network from the second visit on. */
export const offline = (): Plugin => ({
  name: 'offline',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.keys(bundle).filter((name) => !name.endsWith('.map'))
      const hash = createHash('sha256')
      for (const file of Object.values(bundle))
        hash.update(file.type === 'chunk' ? file.code : file.source)
      const kept = { version: hash.digest('hex').slice(0, 16), files: ['./', ...files] }
      const worker = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
      const source = worker.replace('__KEPT__', JSON.stringify(kept))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  },
})
