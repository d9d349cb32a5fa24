import type { ConnectionMistake } from '../lint/rule.ts'
import { type Mistake, mistakes, type Path, valueAt } from '../text/mistakes.ts'
import { nearest } from '../text/nearest.ts'
import { validators } from './connection.generated.ts'
import { connectionSchemas } from './connection-schema.ts'
import { hasMarker } from './markers.ts'
import { strategyOf } from './strategy.ts'

/**
 * What Auth0's API would say about a connection, without asking it. Values that auth0-deploy-cli still
 * replaces are taken for right ones.
 *
 * @returns an error for what the API refuses; a warning for what its reference rules out although it
 *   has been seen to take it, and for names that look misspelt
 */
export function connectionMistakes(value: unknown): readonly ConnectionMistake[] {
  const strategy = strategyOf(value)
  if (strategy === undefined) return []
  const schema = connectionSchemas[strategy]!
  return [...mistakes(validators[strategy]!, schema, value), ...misspelt(schema, value)]
    .filter(({ path }) => !hasMarker(valueAt(value, path)))
    .map((mistake) => weighed(mistake, valueAt(value, mistake.path)))
}

/** What the reference says and real replies and exports do not keep to. */
const tolerated: ReadonlySet<string> = new Set(['pattern', 'required', 'misspelt'])

function weighed(mistake: Mistake, found: unknown): ConnectionMistake {
  if (tolerated.has(mistake.keyword)) return { ...mistake, severity: 'warning' }
  const meant = mistake.keyword === 'type' ? unquoted(found, mistake.message) : undefined
  if (meant === undefined) return { ...mistake, severity: 'error' }
  return { ...mistake, severity: 'warning', meant }
}

/** Auth0's own samples put booleans in quotes. */
function unquoted(found: unknown, message: string): boolean | number | undefined {
  if (typeof found !== 'string') return undefined
  if (message.includes('a boolean') && /^(?:true|false)$/.test(found)) return found === 'true'
  if (message.includes('an integer') && /^\d{1,9}$/.test(found)) return Number(found)
  return undefined
}

/** Options may have any name, so only a near miss of a known one that is not there is told. */
function misspelt(schema: object, value: unknown): readonly Mistake[] {
  const at: Path = ['options']
  const known = Object.keys(Object(valueAt(schema, ['properties', 'options', 'properties'])))
  const present = Object.keys(Object(valueAt(value, at)))
  const absent = known.filter((name) => !present.includes(name))
  return present.flatMap((name) => {
    const meant = known.includes(name) ? undefined : nearest(name, absent, 2)
    if (meant === undefined) return []
    const message = `is not in Auth0's reference; did you mean ${meant}?`
    return [{ path: [...at, name], atKey: true, keyword: 'misspelt', message }]
  })
}
