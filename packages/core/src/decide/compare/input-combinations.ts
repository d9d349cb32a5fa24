import type { VariableSchema } from '../../profile/profile.ts'
import { variableNames } from '../../syntax/walk.ts'
import type { Question } from '../analysis.ts'
import type { Inputs } from './pair.ts'

/** More combinations than this are not tried. */
const mostCombinations = 16

/** The values of the inputs that a schema lists and one of the templates reads: every combination, or the first of many. */
export function inputCombinations(questions: readonly Question[]): readonly Inputs['inputs'][] {
  const listed = new Map<string, readonly unknown[]>()
  for (const { template, profile } of questions) {
    const read = variableNames(template)
    for (const [path, values] of listedIn(profile.variables))
      if (read.has(path)) listed.set(path, values)
  }
  let found: Inputs['inputs'][] = [new Map()]
  for (const [path, values] of listed)
    found = found
      .flatMap((one) => values.map((value) => new Map([...one, [path, value]])))
      .slice(0, mostCombinations)
  return found
}

function listedIn(
  { type, enum: values, properties = {} }: VariableSchema,
  path: readonly string[] = [],
): readonly (readonly [path: string, values: readonly unknown[]])[] {
  const listed = type === 'boolean' ? [true, false] : values
  if (listed) return [[path.join('.'), listed]]
  return Object.entries(properties).flatMap(([name, inner]) => listedIn(inner, [...path, name]))
}
