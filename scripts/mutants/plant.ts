import { type Mutant, mutants } from './list.ts'

/** The environment variable that names the mutant to plant. */
export const variable = 'CODEWORD_MUTANT'

const planted = mutants.find(({ name }) => name === process.env[variable])

/** A module with the fault that `CODEWORD_MUTANT` names, if it is one of this module. */
export const plant = (path: string, source: string): string =>
  planted !== undefined && path.endsWith(`/packages/core/src/${planted.file}`)
    ? withFault(planted, source)
    : source

/** @throws where the text to replace does not stand in the module exactly once */
export function withFault({ name, file, from, to }: Mutant, source: string): string {
  const times = source.split(from).length - 1
  if (times !== 1) {
    const found = times === 0 ? 'not found' : `found ${times} times`
    throw new Error(`mutant '${name}': text ${found} in file ${file}: ${from}`)
  }
  return source.replace(from, () => to)
}
