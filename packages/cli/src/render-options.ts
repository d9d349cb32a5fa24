import { Failure } from './failure.ts'

/**
 * Reads `--header 'name: value'`.
 * @throws Failure for anything else
 */
export const headersOf = (headers: readonly string[]): readonly (readonly [string, string])[] =>
  headers.map((header) => {
    const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):(.*)$/s.exec(header) ?? []
    if (name !== undefined && value !== undefined) return [name, value.trim()]
    throw new Failure(`--header: '${header}' is no header; write 'accept-language: nl-NL'`)
  })
