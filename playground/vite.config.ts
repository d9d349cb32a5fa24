import { defaultClientConditions, defineConfig } from 'vite'
import { contentSecurityPolicy } from './build/content-security-policy.ts'
import { notices } from './build/notices.ts'
import { offline } from './build/offline.ts'
import { singleFile } from './build/single-file.ts'
import { withoutWorkers } from './build/without-workers.ts'

/** `--mode single` makes one file with everything in it. */
export default defineConfig(({ mode, command }) => {
  const isSingle = mode === 'single'
  return {
    root: import.meta.dirname,
    base: './',
    define: { 'import.meta.env.OFFLINE': JSON.stringify(command === 'build' && !isSingle) },
    resolve: { conditions: ['@codeword/source', ...defaultClientConditions] },
    plugins: [
      withoutWorkers(),
      ...(isSingle ? [singleFile()] : [contentSecurityPolicy(), notices(), offline()]),
    ],
    build: {
      target: 'es2022',
      outDir: isSingle ? 'single' : 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      ...(!isSingle && { license: { fileName: 'licenses.md' } }),
      chunkSizeWarningLimit: 4096,
      modulePreload: { polyfill: false },
      ...(isSingle && {
        rolldownOptions: { output: { codeSplitting: false } },
        cssCodeSplit: false,
      }),
    },
  }
})
