import type { Plugin } from 'vite'

/**
 * Leaves out the worker of Monaco, which nothing here starts (`editor/monaco/monaco-editor.ts` turns off what would).
 * Vite copies it because Monaco mentions its address.
 */
export const withoutWorkers = (): Plugin => ({
  name: 'without-workers',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const name of Object.keys(bundle))
      if (/editorWebWorkerMain/.test(name)) delete bundle[name]
  },
})
