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

/**
 * Reads `--set application.name=Acme` into nested variables: `{ application: { name: 'Acme' } }`.
 * @throws Failure where a name or the `=` is missing, or two settings contradict each other
 */
export function variablesOf(settings: readonly string[]): Readonly<Record<string, unknown>> {
  const variables: Scope = Object.create(null)
  for (const setting of settings) {
    const [, name, text] = /^([^=]+)=(.*)$/s.exec(setting) ?? []
    if (name === undefined || text === undefined || name.split('.').includes('')) {
      throw new Failure(`--set: '${setting}' sets nothing; write application.name=Acme`)
    }
    set(variables, name, text)
  }
  return variables
}

interface Scope {
  [name: string]: string | Scope
}

function set(variables: Scope, dotted: string, text: string): void {
  const path = dotted.split('.')
  const last = path.pop()!
  let scope = variables
  for (const step of path) {
    scope[step] ??= Object.create(null) as Scope
    const inner = scope[step]
    if (typeof inner === 'string') throw new Failure(`--set ${dotted}: ${step} is a text already`)
    scope = inner
  }
  if (typeof scope[last] === 'object') throw new Failure(`--set ${dotted}: it has parts already`)
  scope[last] = text
}
