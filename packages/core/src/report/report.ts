import type { FileReport } from '../check/lint-source.ts'
import type { Diagnostic, Severity } from '../lint/diagnostic.ts'
import type { Paint } from './paint.ts'

export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** How a report is shown where that is for people. */
export interface Look {
  readonly paint: Paint
  /** Terminal columns. */
  readonly width: number
}

/**
 * A report format: one file of this folder and one line in index.ts.
 * @returns the whole output, its last line end included; empty where there is nothing to say
 */
export type Format = (files: readonly FileReport[], look: Look) => string

export function summarise(files: readonly FileReport[]): Summary {
  const count = (severity: Severity): number =>
    files.reduce((sum, { diagnostics }) => sum + diagnostics.filter(is(severity)).length, 0)
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}

const is =
  (severity: Severity) =>
  (diagnostic: Diagnostic): boolean =>
    diagnostic.severity === severity

/** `2 errors, 1 warning, 3 infos`, without the kinds that there are none of. */
export function summaryText({ errors, warnings, infos }: Summary): string {
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
  ] as const
  return (
    parts
      .filter(([n]) => n > 0)
      .map(([n, noun]) => counted(n, noun))
      .join(', ') || 'no findings'
  )
}

/** `1 file`, `2 files`, `12,345 files`. */
export function counted(n: number, noun: string): string {
  // By hand, for the first use of `Intl` takes a third as long as a start of Node.
  const figure = String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${figure} ${noun}${n === 1 ? '' : 's'}`
}

/** The page of a rule, from the root of the repository. */
export const docsOf = (rule: string): string => `docs/rules/${rule}.md`
