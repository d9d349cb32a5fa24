import type { DomainName } from '../language/domain.ts'
import type { Severities } from '../lint/severity.ts'
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
  /** `rule → off | info | warning | error` */
  readonly severities?: Severities
}
