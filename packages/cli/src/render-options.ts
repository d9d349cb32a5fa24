import { type OpenTemplate, requestLanguage } from '@codeword/core'
import { Failure } from './failure.ts'
import type { Values } from './options.ts'

/** Whose message is meant. */
export const requestOptions = {
  language: { value: 'VALUE', summary: "what request_language holds; '' is an empty header" },
  header: {
    value: "'NAME: VALUE'",
    multiple: true,
    summary: 'a header of the request; can be repeated',
  },
} as const

/**
 * What the language variable of a template holds for a request.
 * @throws Failure where the options say two things, or no header can say it
 */
export function valueAsked(
  command: string,
  { language, header }: Values<typeof requestOptions>,
  opened: OpenTemplate,
): string | null {
  const headers = headersOf(header)
  if (language !== undefined && headers.length > 0) {
    throw new Failure(`${command}: give --language or --header, not both`)
  }
  return language ?? valueFrom(headers, opened)
}

/**
 * Reads `--header 'name: value'`.
 * @throws Failure for anything else
 */
const headersOf = (headers: readonly string[]): readonly (readonly [string, string])[] =>
  headers.map((header) => {
    const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):(.*)$/s.exec(header) ?? []
    if (name !== undefined && value !== undefined) return [name, value.trim()]
    throw new Failure(`--header: '${header}' is no header; write 'accept-language: nl-NL'`)
  })

/** Only `request_language` comes from headers; what other profiles read is set by the customer's account. */
function valueFrom(
  headers: readonly (readonly [string, string])[],
  { profile, embedded }: OpenTemplate,
): string | null {
  const variable = profile.languageVariable
  if (headers.length > 0 && variable !== 'request_language') {
    throw new Failure(
      `--header sets request_language, this template reads ${variable}: use --language`,
    )
  }
  return requestLanguage(headers, embedded.surroundings.requestLanguage).value
}
