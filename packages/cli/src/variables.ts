import { type CheckOptions, type Profile, variableMistakes } from '@codeword/core'
import { Failure } from './failure.ts'

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

/**
 * Refuses values that variables cannot hold, and variables that no template in question has.
 * @param profiles those of the templates; what one of them takes is right
 * @throws Failure with the first mistake
 */
export async function refuseMistakes(
  profiles: readonly Profile[],
  { variables }: CheckOptions,
): Promise<void> {
  if (variables === undefined || profiles.length === 0) return
  const all = await Promise.all(profiles.map((profile) => variableMistakes(profile, variables)))
  const [first, ...others] = all.map((mistakes) =>
    mistakes.map(({ path, message }) => ({ name: path.join('.'), message })),
  )
  const shared = first!.find(({ name }) =>
    others.every((mistakes) => mistakes.some((mistake) => mistake.name === name)),
  )
  if (shared !== undefined) throw new Failure(`--set ${shared.name}: ${shared.message}`)
}
