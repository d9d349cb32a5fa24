import type { Profile, VariableSchema } from '../../profile/profile.ts'
import type { Variable } from '../../syntax/tree.ts'
import type { Formulas } from './formula.ts'
import { yes } from './formula.ts'
import { unknown } from './unknown.ts'
import { always, type Cases, constant } from './value.ts'

/** More values than this of one input are not enumerated. */
const mostValues = 8

/**
 * The value of an input other than the language: each listed value of an enumeration, the text itself
 * where the schema knows nothing, and anything where it says string.
 * @param listed collects the enumerated inputs with their values
 */
export function inputValue(
  formulas: Formulas,
  profile: Profile,
  variables: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  variable: Variable,
  listed: Map<string, readonly unknown[]>,
): readonly [Cases, used: number] {
  let schema: VariableSchema = profile.variables
  let given: unknown = variables
  let used = 0
  for (const step of path) {
    if (schema.type !== 'object') break
    const inner = own<VariableSchema>(schema.properties, step)
    if (inner === undefined) {
      const value = own<unknown>(given, step)
      if (value === undefined && (schema.additionalProperties === false || used === 0))
        return [always(yes, constant(undefined)), path.length]
      if (used === 0) return [always(yes, constant(value)), 1]
      return [always(yes, free(path, variable, readPath(given, path.slice(used)))), path.length]
    }
    schema = inner
    given = own<unknown>(given, step)
    used++
  }
  const name = path.slice(0, used).join('.')
  if (name === '' || schema.type === 'object')
    return [always(yes, free(path, variable, given)), path.length]
  const values = schema.type === 'boolean' ? [true, false] : schema.enum
  if (values === undefined || values.length > mostValues)
    return [always(yes, free(path.slice(0, used), variable, given)), used]
  listed.set(name, values)
  return [
    values.map((value) => ({
      when: formulas.atom({ kind: 'input', path: name, value }),
      value: constant(value),
    })),
    used,
  ]
}

const own = <T>(of: unknown, key: string | number): T | undefined =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? (of as Record<string | number, T>)[key]
    : undefined

const readPath = (from: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((at, step) => own<unknown>(at, step), from)

const free = (path: readonly (string | number)[], variable: Variable, value: unknown) =>
  unknown(`input ${path.join('.')}`, `${path.join('.')} may be any text`, variable, true, { value })
