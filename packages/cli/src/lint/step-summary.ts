import { appendFileSync, statSync } from 'node:fs'
import { type FileReport, type Look, loadStepSummary } from '@codeword/core'

/** GitHub shows no summary of a step that is larger: https://docs.github.com/actions/reference/limits */
const mostBytes = 2 ** 20

/**
 * Appends the findings to the summary of a step, as far as they fit.
 * @param path the file, which may hold what the step said before
 * @returns the system's code where it cannot be written
 */
export async function appendSummary(
  path: string,
  reports: readonly FileReport[],
  look: Look,
): Promise<string | undefined> {
  const summary = await loadStepSummary()
  try {
    const used = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    appendFileSync(path, summary(reports, look, mostBytes - used))
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}
