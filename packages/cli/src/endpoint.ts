import { Failure } from './failure.ts'

export const endpointOption = {
  endpoint: { value: 'URL', summary: 'where to ask instead: the address of the fake' },
} as const

/**
 * Credentials go to the service or to this machine, and nowhere else.
 * @throws Failure for any other place
 */
export function endpointOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = /^http:\/\/127\.0\.0\.1(?::\d{1,5})?\/?$/.exec(text)?.[0]
  if (url === undefined)
    throw new Failure('--endpoint: only the fake on this machine: http://127.0.0.1:PORT')
  return url.replace(/\/$/, '')
}
