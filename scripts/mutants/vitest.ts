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
    // A module with a fault must not be taken for the module as it stands.
    fsModuleCache: false,
    reporters: [
      {
        onTestCaseResult(test) {
          const { state, errors } = test.result()
          if (state === 'failed') console.log(`fault: ${test.fullName}: ${errors?.[0]?.message}`)
        },
        onTestRunEnd(modules, unhandled, reason) {
          for (const { message } of unhandled) console.log(`fault: ${message}`)
          if (reason === 'passed' && modules.length > 0) console.log('sound')
        },
      },
    ],
  },
})
