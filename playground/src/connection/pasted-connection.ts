import { withoutSecrets } from '@codeword/core'

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
  const { value: options, keywords } = withoutSecrets({ ...found.options, template: '' })
  const { id, strategy } = found
  return {
    ok: true,
    template,
    connection: {
      ...(typeof id === 'string' && /^con_\w{1,40}$/.test(id) && { id }),
      ...(typeof strategy === 'string' && /^[\w-]{1,40}$/.test(strategy) && { strategy }),
      options: options as PastedConnection['options'],
      dropped: keywords,
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
