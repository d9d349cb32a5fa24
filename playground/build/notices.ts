import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const monaco = join(import.meta.dirname, '../../node_modules/monaco-editor')

/** What Monaco carries of others; what the page carries itself, Vite lists in `licenses.md`. */
export const notices = (): Plugin => ({
  name: 'notices',
  apply: 'build',
  generateBundle() {
    const source = readFileSync(join(monaco, 'ThirdPartyNotices.txt'), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source })
  },
})
