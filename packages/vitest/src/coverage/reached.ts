import {
  type EmbeddedTemplate,
  type FileCoverage,
  fileCoverage,
  type SourceFile,
  type Visits,
  visitCounter,
} from '@codeword/core'

declare module 'vitest' {
  interface TaskMeta {
    /** What the cases of a fixture reached, on its way from the worker to the report. */
    codewordCoverage?: FileCoverage
  }

  interface ProvidedContext {
    /** Whether somebody reads `codewordCoverage`. */
    codewordCoverage: boolean
  }
}

/** What the cases of one fixture reach. */
export interface Reached {
  readonly add: (visits: Visits) => void
  /** Leaves it with the test file that ran the cases, with which Vitest sends it to the main process. */
  readonly leaveWith: (testFile: { readonly meta: object }) => void
}

/**
 * @param file that holds the template, opened from its absolute path
 * @param template the one in it that the fixture speaks of
 */
export function reachedIn(file: SourceFile, template: EmbeddedTemplate): Reached {
  const { add, total } = visitCounter()
  return {
    add,
    leaveWith: ({ meta }) => {
      const codewordCoverage = fileCoverage(file, file.path, (each) =>
        each === template ? total : undefined,
      )
      Object.assign(meta, { codewordCoverage })
    },
  }
}
