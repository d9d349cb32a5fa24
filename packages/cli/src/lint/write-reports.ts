import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FileReport, type FormatName, formats, plain } from '@codeword/core'
import { Failure } from '../failure.ts'
import type { Host } from '../host.ts'

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
 * @throws Failure for two output files in a row
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
  const json = values.json && !outputs.some(({ format }) => format === 'json')
  if (json) return [...outputs, { format: 'json' }]
  return outputs.length > 0 ? outputs : [{ format: 'stylish' }]
}

/** Writes the reports in every format. @throws Failure where a file cannot be written */
export async function writeReports(
  reports: readonly FileReport[],
  outputs: readonly Output[],
  host: Host,
): Promise<void> {
  for (const { format, file } of outputs) {
    const write = await formats[format]()
    if (file === undefined) host.out(write(reports, host))
    else save(write(reports, { paint: plain, width: 100 }), file, host)
  }
}

function save(text: string, file: string, host: Host): void {
  try {
    writeFileSync(resolve(host.cwd, file), text)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Failure(`--output-file: ${file} cannot be written (${code}): give another place`)
  }
}
