import type { DomainName } from '../language/domain.ts'
import type { Severities } from '../lint/severity.ts'
import type { TenantFacts } from '../lint/tenant-facts.ts'
import type { Profile } from '../profile/profile.ts'

/** What a user may say about the templates to check; everything has a default. */
export interface CheckOptions {
  /** Else it is inferred from the file's kind and the template's variables. */
  readonly profile?: Profile
  /** The values for which the template must be right (default `header`), or exactly these values. */
  readonly domain?: DomainName | readonly (string | null)[]
  /** The languages that must be served; else those that the template tests for. */
  readonly languages?: readonly string[]
  /** The language of the text for everybody else. */
  readonly fallback?: string
  /** Values of variables, over the profile's examples: `{ application: { name: 'Acme' } }`. */
  readonly variables?: Readonly<Record<string, unknown>>
  /** The most segments that one message may take. */
  readonly segmentLimit?: number
  /** What the tenant was seen to do; see `readTenant`. */
  readonly tenant?: TenantFacts
  /** `rule → off | info | warning | error` */
  readonly severities?: Severities
  /** What else holds for the templates of one profile, by its name; it wins over the rest. */
  readonly profiles?: Readonly<Record<string, CheckOptions>>
}

/**
 * Options over others: what both say is taken from `above`, the levels of rules one by one. It wins over what
 * `below` says of single profiles, too.
 */
export function mergedOptions(below: CheckOptions, above: CheckOptions): CheckOptions {
  const { profiles = {}, ...rest } = above
  const lower = Object.entries(below.profiles ?? {}).map(
    ([name, options]) => [name, mergedOptions(options, rest)] as const,
  )
  const merged: Record<string, CheckOptions> = Object.fromEntries(lower)
  for (const [name, options] of Object.entries(profiles))
    merged[name] = mergedOptions(merged[name] ?? {}, options)
  const severities = { ...below.severities, ...above.severities }
  return {
    ...below,
    ...rest,
    ...(Object.keys(severities).length > 0 && { severities }),
    ...(Object.keys(merged).length > 0 && { profiles: merged }),
  }
}

/** The options for the templates of one profile. */
export function optionsFor(profile: Profile, { profiles, ...rest }: CheckOptions): CheckOptions {
  const own =
    profiles !== undefined && Object.hasOwn(profiles, profile.name)
      ? profiles[profile.name]
      : undefined
  return own === undefined ? rest : mergedOptions(rest, own)
}
