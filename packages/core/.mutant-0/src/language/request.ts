import { trimmed } from './accept-language.ts'

/** The value that the template's language variable takes, and what decided it. */
export interface RequestLanguage {
  readonly value: string | null
  readonly source: 'x-request-language' | 'connection' | 'accept-language' | 'none'
}

/**
 * What `request_language` holds for one request that starts a passwordless login:
 * `X-Request-Language` (an empty one too), else the connection's `options.request_language`, else
 * the raw `Accept-Language`, else null.
 * Source: https://auth0.com/docs/authenticate/passwordless/authentication-methods/use-sms-otp
 * (headers); the option stands in Auth0's guide of 2016 only.
 *
 * @param headers names in any letter case; `Headers`, a `Map` or `Object.entries(…)` will do. A
 *   repeated header is joined with `, ` and outer blanks are dropped, as every HTTP server does
 *   (RFC 9110 sections 5.3 and 5.5)
 * @param connectionDefault `options.request_language`; an empty one sets nothing
 */
export function requestLanguage(
  headers: Iterable<readonly [name: string, value: string]>,
  connectionDefault?: string,
): RequestLanguage {
  const all = [...headers]
  const header = (wanted: string): string | undefined => {
    const values = all.filter(([name]) => name.toLowerCase() === wanted)
    return values.length === 0 ? undefined : values.map(([, value]) => fieldValue(value)).join(', ')
  }
  const asked = header('x-request-language')
  if (asked !== undefined) return { value: asked, source: 'x-request-language' }
  if (connectionDefault) return { value: connectionDefault, source: 'connection' }
  const accepted = header('accept-language')
  if (accepted !== undefined) return { value: accepted, source: 'accept-language' }
  return { value: null, source: 'none' }
}

function fieldValue(text: string): string {
  const { start, end } = trimmed(text, 0, text.length)
  return text.slice(start, end)
}
