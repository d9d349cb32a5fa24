import { type FileReport, formats, type Look, plain } from '@codeword/core'
import { pathInRepository } from '../files/repository.ts'
import { type Spool, spool } from '../files/spool.ts'
import type { NewFile } from '../files/write-files.ts'
import { complain, type Host } from '../host.ts'
import { type Output, unwritable } from './outputs.ts'
import type { Summary } from './step-summary.ts'

/** The reports in every format, which wait until all files are linted. */
export interface Reports {
  readonly add: (report: FileReport) => void
  /**
   * Ends and writes them: first the files, all of them or none, then standard output.
   * @throws Failure where a file cannot be written
   */
  readonly write: () => Promise<void>
}

/** Begins a report for each output. */
export async function reportsTo(outputs: readonly Output[], host: Host): Promise<Reports> {
  const inRepository = pathInRepository(host.cwd)
  const inFile = { paint: plain, width: 100, inRepository }
  const onScreen = { paint: host.paint, width: host.width, inRepository }
  const texts = await Promise.all(
    outputs.map((output) => begin(output, output.file === undefined ? onScreen : inFile)),
  )
  const summary = await summaryOf(outputs, inFile, host)
  return {
    add(report) {
      for (const { add } of texts) add(report)
      summary?.add(report)
    },
    async write() {
      const files = texts.flatMap(({ file, pieces }) =>
        file === undefined ? [] : { path: file, pieces: pieces() },
      )
      if (files.length > 0) await save(files, host)
      for (const { file, pieces } of texts) {
        if (file === undefined) for (const piece of pieces()) host.out(piece)
      }
      const code = summary?.append()
      if (code !== undefined) complain(host, `GITHUB_STEP_SUMMARY cannot be written (${code})`)
    },
  }
}

interface WaitingText {
  readonly file?: string
  readonly add: (report: FileReport) => void
  /** The whole report, ended. */
  readonly pieces: () => Iterable<string>
}

async function begin({ format, ...output }: Output, look: Look): Promise<WaitingText> {
  const { add, end } = (await formats[format]())(look)
  const text: Spool = spool()
  return {
    ...output,
    add: (report) => text.add(add(report)),
    *pieces() {
      yield* text.pieces()
      yield* end()
    },
  }
}

async function save(files: readonly NewFile[], { cwd }: Host): Promise<void> {
  const { writeFiles } = await import('../files/write-files.ts')
  const problem = writeFiles(files, cwd)
  if (problem !== undefined) throw unwritable(problem.path, problem.code)
}

/** Annotations stop at ten: the page of a GitHub run shows the rest. */
async function summaryOf(
  outputs: readonly Output[],
  look: Look,
  { stepSummary }: Host,
): Promise<Summary | undefined> {
  if (!stepSummary || !outputs.some(({ format }) => format === 'github')) return undefined
  const { summaryFor } = await import('./step-summary.ts')
  return summaryFor(stepSummary, look)
}
