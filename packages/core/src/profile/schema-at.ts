import type { VariableSchema } from './profile.ts'

/**
 * What a profile says of a variable or of something in it.
 * @param path its names from the outside in
 * @returns undefined where it says nothing
 */
export function schemaAt(
  schema: VariableSchema | undefined,
  [step, ...rest]: readonly string[],
): VariableSchema | undefined {
  if (step === undefined) return schema
  const { properties = {} } = schema ?? {}
  return Object.hasOwn(properties, step) ? schemaAt(properties[step], rest) : undefined
}
