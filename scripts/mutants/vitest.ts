import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'
import { plant } from './plant.ts'

// For `vitest --config`: tests run over modules with the fault in them, and the first that fails says so.
export default defineConfig({
  ...base,
  plugins: [{ name: 'plant', enforce: 'pre', transform: (code, id) => plant(id, code) }],
  test: {
    ...base.test,
    // A thread ends with its process, whatever loop it is in.
    pool: 'threads',
    bail: 1,
    reporters: [
      {
        onTestCaseResult(test) {
          const { state, errors } = test.result()
          if (state === 'failed') console.log(`fault: ${test.fullName}: ${errors?.[0]?.message}`)
        },
      },
    ],
  },
})
