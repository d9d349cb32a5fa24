import { nearest } from '../text/nearest.ts'
import type { Profile, VariableSchema } from './profile.ts'

export interface VariableLookup {
  readonly known: boolean
  /** The documented variable that was probably meant, dotted; only where `known` is false. */
  readonly suggestion?: string
}

/** What other kinds of template call the language; people carry the name over when they port a text. */
const languageVariables: ReadonlySet<string> = new Set([
  'request_language',
  'locale',
  'requestInfo.lang',
])

/**
 * Whether the vendor documents a variable for this kind of template.
 *
 * @param path dotted, as it is written in the template: `application.name`. What stands below a text
 *   (`code.size`) or inside the customer's own data (`user.user_metadata.x`) is known.
 */
export function knownVariable(profile: Profile, path: string): VariableLookup {
  if (isKnown(profile.variables, path.split('.'))) return { known: true }
  const suggestion = languageVariables.has(path)
    ? profile.languageVariable
    : nearest(path, documented(profile.variables))
  return suggestion === undefined ? { known: false } : { known: false, suggestion }
}

/** Every documented variable, dotted, objects before what is in them. */
export function* documented(schema: VariableSchema, prefix = ''): Iterable<string> {
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    yield prefix + name
    yield* documented(inner, `${prefix}${name}.`)
  }
}

function isKnown(schema: VariableSchema, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined || schema.type !== 'object') return true
  const { properties = {} } = schema
  if (!Object.hasOwn(properties, step)) return schema.additionalProperties !== false
  return isKnown(properties[step]!, rest)
}
