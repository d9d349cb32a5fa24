import type { VariableSchema } from '../../profile/profile.ts'
import type { Variable } from '../../syntax/tree.ts'
import type { Question } from '../analysis.ts'
import type { Formulas } from '../logic/formula.ts'
import { yes } from '../logic/formula.ts'
import type { ToldInputs } from './told.ts'
import { unknown } from './unknown.ts'
import { always, type Cases, constant, type Value } from './value.ts'

/** More values than this of one input are not enumerated. */
const mostValues = 8

/** Where what is known of the inputs is kept. */
export interface Inputs {
  readonly formulas: Formulas
  /** The enumerated inputs with their values. */
  readonly listed: Map<string, readonly unknown[]>
  /** Those that may be anything. */
  readonly told: ToldInputs
}

type Path = readonly (string | number)[]

/**
 * The value of an input other than the language: what it is given, each listed value of an enumeration, the
 * text itself where the schema knows nothing, and anything where it says string.
 */
export function inputValue(
  inputs: Inputs,
  { profile, variables, given }: Question,
  path: Path,
  variable: Variable,
): readonly [Cases, used: number] {
  const fixed = givenAt(given, path)
  if (fixed !== undefined) return fixed
  const { formulas, listed } = inputs
  const free = (at: Path, value: unknown): Cases =>
    always(yes, freeInput(inputs, at, variable, value))
  let schema: VariableSchema = profile.variables
  let example: unknown = variables
  let used = 0
  for (const step of path) {
    if (schema.type !== 'object') break
    const inner = own<VariableSchema>(schema.properties, step)
    if (inner === undefined) {
      const value = own<unknown>(example, step)
      if (value === undefined && (schema.additionalProperties === false || used === 0))
        return [always(yes, constant(undefined)), path.length]
      if (used === 0) return [always(yes, constant(value)), 1]
      return [free(path, readPath(example, path.slice(used))), path.length]
    }
    schema = inner
    example = own<unknown>(example, step)
    used++
  }
  const name = path.slice(0, used).join('.')
  if (name === '' || schema.type === 'object') return [free(path, example), path.length]
  const values = schema.type === 'boolean' ? [true, false] : schema.enum
  if (values === undefined || values.length > mostValues)
    return [free(path.slice(0, used), example), used]
  listed.set(name, values)
  return [
    values.map((value) => ({
      when: formulas.atom({ kind: 'input', path: name, value }),
      value: constant(value),
    })),
    used,
  ]
}

/** What somebody has given, as far as a path leads into it. */
function givenAt(given: unknown, path: Path): readonly [Cases, used: number] | undefined {
  let at = given
  for (const [i, step] of path.entries()) {
    at = own<unknown>(at, step)
    if (at === undefined) return undefined
    if (typeof at !== 'object' || at === null) return [always(yes, constant(at)), i + 1]
  }
  return undefined
}

const own = <T>(of: unknown, key: string | number): T | undefined =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? (of as Record<string | number, T>)[key]
    : undefined

const readPath = (from: unknown, path: Path): unknown =>
  path.reduce((at, step) => own<unknown>(at, step), from)

/** LiquidJS reads these steps of a text itself. */
const ofTexts: ReadonlySet<unknown> = new Set(['size', 'first', 'last'])

function freeInput({ told }: Inputs, path: Path, variable: Variable, value: unknown): Value {
  const name = path.join('.')
  const input = unknown(`input ${name}`, `${name} may be any text`, variable, true, { value })
  const isNamed = path.every((step) => typeof step === 'string') && !ofTexts.has(path.at(-1))
  return isNamed ? { ...input, told: told.told(name, value) } : input
}
