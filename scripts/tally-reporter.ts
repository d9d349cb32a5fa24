import type { SerializedError } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` so that a caller can tell a run that tested nothing from a green one. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++
      // What breaks outside a test, in a hook or on import, fails the run without failing a test.
      for (const part of [module, ...module.children.allSuites()])
        if (part.errors().length > 0) count.failed++
    }
    const skipped = count.skipped + count.pending
    console.log(
      `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    )
  }
}
