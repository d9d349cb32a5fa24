import { appendFileSync, statSync } from 'node:fs'
import { type FileReport, type Look, loadStepSummary } from '@codeword/core'
import { systemCode } from '../files/system-code.ts'

/** GitHub shows no summary of a step that is larger: https://docs.github.com/actions/reference/limits */
const mostBytes = 2 ** 20

export interface Summary {
  readonly add: (report: FileReport) => void
  /** @returns the system's code where it cannot be written */
  readonly append: () => string | undefined
}

/**
 * Begins what the summary of a step is to hold: the findings, as far as they fit.
 * @param path the file, which may hold what the step said before
 */
export async function summaryFor(path: string, look: Look): Promise<Summary> {
  const begin = await loadStepSummary()
  const used = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const { add, end } = begin(look, mostBytes - used)
  const append = (): string | undefined => {
    try {
      appendFileSync(path, end())
      return undefined
    } catch (error) {
      return systemCode(error)
    }
  }
  return { add, append }
}
