import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@codeword/source', ...defaultServerConditions] } },
  test: {
    include: ['{packages/*,playground}/test/**/*.test.ts'],
    reporters: ['default', './scripts/tally-reporter.ts'],
    // A limit ends what hangs; on a busy machine the default ends what is merely slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
