import { defaultClientConditions, defineConfig } from 'vite'
import { contentSecurityPolicy } from './build/content-security-policy.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  resolve: { conditions: ['@codeword/source', ...defaultClientConditions] },
  plugins: [contentSecurityPolicy()],
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
})
