import { secretIn } from '../share/secrets.ts'

/** What is kept of an Auth0 connection: its options, each secret replaced by the name of a keyword. */
export interface PastedConnection {
  readonly id?: string
  readonly strategy?: string
  readonly options: Readonly<Record<string, unknown>>
  /** The keywords that stand for what was dropped: `##TWILIO_TOKEN##`. */
  readonly dropped: readonly string[]
}

export type PastedResult =
  | { readonly ok: true; readonly connection: PastedConnection; readonly template: string }
  | { readonly ok: false; readonly problem: string }

/**
 * Names of what must not be kept, wherever it stands: keys, tokens and account numbers. The API gives `twilio_token` and the gateway's `secret` in clear:
 * https://auth0.com/docs/api/management/v2/connections/get-connections-by-id
 */
const secretName = /token|secret|password|key|sid$|authorization/i

/**
 * Reads an Auth0 connection as the Management API gives it, and keeps no secret of it.
 * @param text JSON: one connection, or a list with one
 */
export function pastedConnection(text: string): PastedResult {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's own words would repeat what was pasted.
    return { ok: false, problem: 'That is no JSON. Nothing of it was kept.' }
  }
  const found = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (!isObject(found) || !isObject(found.options))
    return { ok: false, problem: 'That is no connection: it has no `options`. Nothing was kept.' }
  const { template } = found.options
  if (typeof template !== 'string')
    return { ok: false, problem: 'That connection has no `options.template`. Nothing was kept.' }
  const dropped = new Set<string>()
  const options = cleaned({ ...found.options, template: '' }, dropped)
  const { id, strategy } = found
  return {
    ok: true,
    template,
    connection: {
      ...(typeof id === 'string' && /^con_\w{1,40}$/.test(id) && { id }),
      ...(typeof strategy === 'string' && /^[\w-]{1,40}$/.test(strategy) && { strategy }),
      options: options as PastedConnection['options'],
      dropped: [...dropped],
    },
  }
}

/**
 * The body of `PATCH /api/v2/connections/{id}` that writes a template. That call replaces all options, so all of them
 * stand in it: https://auth0.com/docs/api/management/v2/connections/patch-connections-by-id
 */
export const patchBody = ({ options }: PastedConnection, template: string): string =>
  `${JSON.stringify({ options: { ...options, template } }, null, 2)}\n`

/** The connection with a template, as a file that Codeword can lint: without what was dropped. */
export function connectionFile(
  { strategy = 'sms', options, dropped }: PastedConnection,
  template: string,
): string {
  const kept = (_: string, value: unknown): unknown =>
    dropped.includes(String(value)) ? undefined : value
  return JSON.stringify({ name: 'sms', strategy, options: { ...options, template } }, kept, 2)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function cleaned(value: unknown, dropped: Set<string>, name = 'value'): unknown {
  if (Array.isArray(value)) return value.map((one) => cleaned(one, dropped, name))
  if (isObject(value)) {
    const fields = Object.entries(value).filter(([key]) => secretIn(key) === undefined)
    return Object.fromEntries(fields.map(([key, one]) => [key, cleaned(one, dropped, key)]))
  }
  if (typeof value === 'string' && /^(?:##\w+##|@@\w+@@)$/.test(value)) return value
  const isSecret =
    (typeof value === 'string' && value !== '' && (secretName.test(name) || looksSecret(value))) ||
    (typeof value === 'number' && secretName.test(name))
  if (!isSecret) return value
  const keyword = `##${name.toUpperCase().replace(/\W+/g, '_')}##`
  dropped.add(keyword)
  return keyword
}

/** Whatever it is called: a phone number, or a long run of letters and digits without a blank. */
const looksSecret = (text: string): boolean =>
  secretIn(text) !== undefined ||
  /^\+?\d[\d ().-]{6,}$/.test(text) ||
  /^(?=.*\d)[\w+/=-]{24,}$/.test(text)
