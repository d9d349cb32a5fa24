import { type Mistake, mistakes } from '../text/mistakes.ts'
import { visible } from '../text/visible.ts'
import type { Profile, VariableSchema } from './profile.ts'

/** Values of a template's variables by name, objects nested. */
export type Variables = Readonly<Record<string, unknown>>

const made = new WeakMap<Profile, Variables>()

/** A value for every variable that the vendor documents: fake code, fake number, Acme. */
function examples(profile: Profile): Variables {
  const known = made.get(profile) ?? (exampleOf(profile.variables) as Variables)
  made.set(profile, known)
  return known
}

/**
 * The examples with some values replaced; objects are merged, everything else is taken over as it is.
 *
 * @param overrides checked by `variableMistakes`, not here
 */
export const withVariables = (profile: Profile, overrides: Variables): Variables =>
  mergedVariables(examples(profile), overrides)

/**
 * What is wrong with values that somebody gives for the variables of a template. The validators are
 * loaded with the first question; a profile that is none of `profiles` has no validator, which is the one
 * mistake told then.
 */
export async function variableMistakes(
  profile: Profile,
  given: unknown,
): Promise<readonly Mistake[]> {
  const { validators } = await import('./variables.generated.ts')
  const { name, variables } = profile
  const validate = Object.hasOwn(validators, name) ? validators[name] : undefined
  if (validate !== undefined) return mistakes(validate, variables, given)
  const message = `cannot be checked: there is no profile '${visible(name)}'`
  return [{ path: [], atKey: false, keyword: 'profile', message }]
}

function exampleOf(schema: VariableSchema): unknown {
  if (schema.type !== 'object') return schema.examples?.[0]
  const entries = Object.entries(schema.properties ?? {})
  return Object.fromEntries(entries.map(([name, inner]) => [name, exampleOf(inner)]))
}

/** Variables with some values replaced; objects are merged, everything else is taken over as it is. */
export function mergedVariables(base: Variables, overrides: Variables): Variables {
  const merged: Record<string, unknown> = { ...base }
  for (const [name, value] of Object.entries(overrides)) {
    const old = Object.hasOwn(base, name) ? base[name] : undefined
    const next = isObject(old) && isObject(value) ? mergedVariables(old, value) : value
    Object.defineProperty(merged, name, {
      value: next,
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return merged
}

const isObject = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
