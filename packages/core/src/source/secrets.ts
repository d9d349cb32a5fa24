/** What must not be kept or sent around, by what it is called. */
const secrets: readonly (readonly [string, RegExp])[] = [
  // https://www.twilio.com/docs/glossary/what-is-a-sid
  ['a Twilio SID', /\b[A-Z]{2}[0-9a-f]{32}\b/],
  ['a token of 32 hexadecimal digits', /\b[0-9a-f]{32}\b/i],
  // RFC 7519: two objects in base64url, each beginning with `{"`.
  ['a JSON Web Token', /\beyJ[\w-]+\.eyJ[\w-]+/],
  // ITU-T E.164: a plus and up to 15 digits.
  ['a phone number', /\+\d(?:[ ().-]{0,2}\d){6,14}/],
]

/** @returns what a text seems to hold; undefined where it may be shown and sent around */
export const secretIn = (text: string): string | undefined =>
  secrets.find(([, pattern]) => pattern.test(text))?.[0]

export interface Redacted {
  /** The same with a keyword of auth0-deploy-cli in place of each secret: `##TWILIO_TOKEN##`. */
  readonly value: unknown
  /** The keywords, each once. */
  readonly keywords: readonly string[]
}

/**
 * @param value of JSON, such as the options of a connection
 * @param texts names of what customers read, which is kept whatever it says
 */
export function withoutSecrets(value: unknown, texts: ReadonlySet<string> = new Set()): Redacted {
  const keywords = new Set<string>()
  const walk = (one: unknown, name: string): unknown => {
    if (Array.isArray(one)) return one.map((item) => walk(item, name))
    if (typeof one === 'object' && one !== null) {
      const fields = Object.entries(one).filter(([key]) => secretIn(key) === undefined)
      return Object.fromEntries(fields.map(([key, field]) => [key, walk(field, key)]))
    }
    if (texts.has(name) || !isSecret(one, name)) return one
    const keyword = `##${name.toUpperCase().replace(/\W+/g, '_')}##`
    keywords.add(keyword)
    return keyword
  }
  return { value: walk(value, 'value'), keywords: [...keywords] }
}

/**
 * Names of what must not be kept, wherever it stands: keys, tokens and account numbers. The API gives `twilio_token`
 * and the gateway's `secret` in clear: https://auth0.com/docs/api/management/v2/connections/get-connections-by-id
 */
const secretName = /token|secret|password|key|sid$|authorization/i

function isSecret(value: unknown, name: string): boolean {
  if (typeof value === 'number') return secretName.test(name)
  if (typeof value !== 'string' || value === '' || isKeyword(value)) return false
  return secretName.test(name) || looksSecret(value)
}

/** Whether a value is one keyword as `withoutSecrets` writes it, or one that auth0-deploy-cli replaces. */
export const isKeyword = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:##\w+##|@@\w+@@)$/.test(value)

/** Whatever it is called: a phone number, or a long run of letters and digits without a blank. */
const looksSecret = (text: string): boolean =>
  secretIn(text) !== undefined ||
  /^\+?\d[\d ().-]{6,}$/.test(text) ||
  /^(?=.*\d)[\w+/=-]{24,}$/.test(text)
