import { auth0Email, auth0EmailHeader } from './auth0-email.ts'
import { auth0Mfa, auth0MfaClassic } from './auth0-mfa.ts'
import { auth0Phone, auth0PhoneBlocked, auth0PhoneNotice } from './auth0-phone.ts'
import { auth0Sms } from './auth0-sms.ts'
import type { Profile } from './profile.ts'

/** Every profile, in the order in which templates are compared with them. */
const registry: readonly Profile[] = [
  auth0Email,
  auth0EmailHeader,
  auth0Sms,
  auth0MfaClassic,
  auth0Mfa,
  auth0Phone,
  auth0PhoneNotice,
  auth0PhoneBlocked,
]

/** The profiles by name. */
export const profiles: ReadonlyMap<string, Profile> = new Map(
  registry.map((profile) => [profile.name, profile]),
)

/** @returns undefined where there is no profile of that name. */
export const profileNamed = (name: string): Profile | undefined => profiles.get(name)

/** What is known about a template before its profile is. */
export interface Evidence {
  /** The strategy of the connection that holds the template. */
  readonly strategy?: string
  /** The field or kind of template, e.g. `subject` or `blocked_account`. */
  readonly templateType?: string
  /** The dotted variables that it reads, those behind `@@placeholders@@` included. */
  readonly variables: ReadonlySet<string>
}

/**
 * The kind of template that the evidence points to: its place in a file first, then its variables.
 * Without any evidence it is a passwordless SMS.
 */
export function inferProfile({ strategy, templateType, variables }: Evidence): Profile {
  const reads = (sign: string): boolean =>
    [...variables].some((path) => path === sign || path.startsWith(`${sign}.`))
  const placed = placedAt(strategy, templateType)
  const candidates = placed.length > 0 ? placed : registry
  return candidates.find(({ signs }) => signs.variables?.some(reads)) ?? placed.at(-1) ?? auth0Sms
}

/** The profiles for a place in a connection or a template file; the one without conditions last. */
function placedAt(strategy = '', templateType = ''): readonly Profile[] {
  const byType = registry.filter(({ signs }) => signs.templateTypes?.includes(templateType))
  return byType.length > 0 ? byType : registry.filter(({ signs }) => signs.strategy === strategy)
}
