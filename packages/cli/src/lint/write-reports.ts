import { type BigIntStats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FileReport, type FormatName, formats, type Look, plain } from '@codeword/core'
import { Failure } from '../failure.ts'
import { pathInRepository } from '../files/repository.ts'
import type { NewFile } from '../files/write-files.ts'
import { complain, type Host } from '../host.ts'

/** One format and where it goes: a file, else standard output. */
export interface Output {
  readonly format: FormatName
  readonly file?: string
}

interface Given {
  readonly given: readonly { readonly name: string; readonly value: string }[]
  readonly values: { readonly json: boolean }
}

/**
 * The outputs that are asked for, in order: an `--output-file` takes what the format before it says.
 * @throws Failure for two output files in a row, and for two formats on standard output
 */
export function outputsOf({ given, values }: Given): readonly Output[] {
  const outputs: Output[] = []
  for (const { name, value } of given) {
    if (name === 'format') outputs.push({ format: value as FormatName })
    if (name !== 'output-file') continue
    const last = outputs.pop() ?? { format: values.json ? 'json' : 'stylish' }
    if (last.file !== undefined)
      throw new Failure(`--output-file ${value}: give its --format first`)
    outputs.push({ ...last, file: value })
  }
  if (values.json && !outputs.some(({ format }) => format === 'json')) {
    outputs.push({ format: 'json' })
  }
  const [first, second] = outputs.filter(({ file }) => file === undefined)
  if (first !== undefined && second !== undefined) {
    const both = `${first.format} and ${second.format}`
    throw new Failure(`--format: ${both} both go to standard output: give one an --output-file`)
  }
  return outputs.length > 0 ? outputs : [{ format: 'stylish' }]
}

/**
 * The outputs beside a diff or a fixed text, which takes standard output.
 * @throws Failure for a format that is asked for there
 */
export function filesOnly(outputs: readonly Output[], { given, values }: Given): readonly Output[] {
  const rest = outputs.filter(({ file }) => file !== undefined)
  const isAsked = values.json || given.some(({ name }) => name === 'format')
  if (!isAsked || rest.length === outputs.length) return rest
  throw new Failure('--format: fixes take standard output: give the format an --output-file')
}

/**
 * Keeps the reports from taking the place of what they are about.
 *
 * @param inputs the paths of what is linted
 * @throws Failure for an output file that is one of them, whatever its name
 */
export function spareInputs(
  inputs: readonly string[],
  outputs: readonly Output[],
  { cwd }: Host,
): void {
  for (const { file } of outputs) {
    const stats = file === undefined ? undefined : statsOf(resolve(cwd, file))
    if (stats === undefined) continue
    const input = inputs.find((path) => isSameFile(statsOf(resolve(cwd, path)), stats))
    if (input === undefined) continue
    throw new Failure(`--output-file ${file}: it is an input (${input}): give another place`)
  }
}

/** In whole numbers, for the files of Windows have some that a double cannot tell apart. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true })
  } catch {
    return undefined // Writing it says why.
  }
}

const isSameFile = (a: BigIntStats | undefined, b: BigIntStats): boolean =>
  a !== undefined && a.dev === b.dev && a.ino === b.ino

/**
 * Writes the reports in every format: first the files, all of them or none, then standard output.
 * @throws Failure where a file cannot be written
 */
export async function writeReports(
  reports: readonly FileReport[],
  outputs: readonly Output[],
  host: Host,
): Promise<void> {
  const inRepository = pathInRepository(host.cwd)
  const looks = {
    file: { paint: plain, width: 100, inRepository },
    screen: { paint: host.paint, width: host.width, inRepository },
  }
  const files: NewFile[] = []
  let screen = ''
  for (const { format, file } of outputs) {
    const write = await formats[format]()
    if (file === undefined) screen = write(reports, looks.screen)
    else files.push({ path: file, text: write(reports, looks.file) })
  }
  if (files.length > 0) await save(files, host)
  host.out(screen)
  if (outputs.some(({ format }) => format === 'github')) {
    await summarise(reports, looks.file, host)
  }
}

async function save(files: readonly NewFile[], { cwd }: Host): Promise<void> {
  const { writeFiles } = await import('../files/write-files.ts')
  const problem = writeFiles(files, cwd)
  if (problem === undefined) return
  const { path, code } = problem
  throw new Failure(`--output-file: ${path} cannot be written (${code}): give another place`)
}

/** Annotations stop at ten: the page of a GitHub run shows the rest. Without it all is well, too. */
async function summarise(reports: readonly FileReport[], look: Look, host: Host): Promise<void> {
  if (!host.stepSummary) return
  const { appendSummary } = await import('./step-summary.ts')
  const problem = await appendSummary(host.stepSummary, reports, look)
  if (problem !== undefined) complain(host, `GITHUB_STEP_SUMMARY cannot be written (${problem})`)
}
