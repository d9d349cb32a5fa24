import type { Format } from './report.ts'
import type { StepSummary } from './step-summary.ts'

export type FormatName = 'stylish' | 'json' | 'github' | 'gitlab' | 'junit' | 'sarif'

/** Every report format by name; only the one that is asked for is loaded. */
export const formats: Readonly<Record<FormatName, () => Promise<Format>>> = {
  stylish: async (): Promise<Format> => (await import('./stylish.ts')).stylish,
  json: async (): Promise<Format> => (await import('./json.ts')).json,
  github: async (): Promise<Format> => (await import('./github.ts')).github,
  gitlab: async (): Promise<Format> => (await import('./gitlab.ts')).gitlab,
  junit: async (): Promise<Format> => (await import('./junit.ts')).junit,
  sarif: async (): Promise<Format> => (await import('./sarif.ts')).sarif,
}

/** Loads the summary that stands beside the annotations of the format `github`. */
export const loadStepSummary = async (): Promise<StepSummary> =>
  (await import('./step-summary.ts')).stepSummary
