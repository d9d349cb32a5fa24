import type { FileReport } from '../check/lint-source.ts'
import type { Severity } from '../lint/diagnostic.ts'
import type { EmbeddedTemplate } from '../source/source-file.ts'
import type { Paint, Style } from './paint.ts'

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
  /** A path as a forge knows it, from the root of the repository; without it paths stay as they are given. */
  readonly inRepository?: (path: string) => string
}

/** A report format: one file of this folder and one line in index.ts. */
export type Format = (look: Look) => ReportWriter

/** Writes one report piece by piece; of a file it keeps no more than it still has to write. */
export interface ReportWriter {
  /** Takes in what was found in one more file. @returns what comes next in the report, perhaps nothing */
  readonly add: (file: FileReport) => string
  /** Ends the report. @returns the rest, its last line end included; nothing where there is nothing to say */
  readonly end: () => Iterable<string>
}

export const noFindings: Summary = { errors: 0, warnings: 0, infos: 0 }

export function summarise(files: readonly FileReport[]): Summary {
  const all = files.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity))
  const count = (wanted: Severity): number => all.filter((severity) => severity === wanted).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}

export const sum = (a: Summary, b: Summary): Summary => ({
  errors: a.errors + b.errors,
  warnings: a.warnings + b.warnings,
  infos: a.infos + b.infos,
})

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

/** The look of a summary: that of the worst there is. */
export const styleOf = ({ errors, warnings }: Summary): Style =>
  errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'good'

/** A template by its file and, where the file holds several things, by its place in it. */
export const placeOf = (path: string, { name }: EmbeddedTemplate): string =>
  name === '' ? path : `${path} ${name}`

/** `1 file`, `2 files`, `12,345 files`. */
export function counted(n: number, noun: string): string {
  // By hand, for the first use of `Intl` takes a third as long as a start of Node.
  const figure = String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${figure} ${noun}${n === 1 ? '' : 's'}`
}

/** The path of a file for the forge that gets the report. */
export const repositoryPath = (path: string, { inRepository }: Look): string =>
  inRepository?.(path) ?? path

/** The page of a rule, from the root of the repository. */
export const docsOf = (rule: string): string => `docs/rules/${rule}.md`
