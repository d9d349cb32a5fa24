import type { FormatName } from '@codeword/core'
import { Failure } from '../failure.ts'

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

/** @returns what is told of an output file that cannot be written */
export const unwritable = (file: string, code: string): Failure =>
  new Failure(`--output-file: ${file} cannot be written (${code}): give another place`)
