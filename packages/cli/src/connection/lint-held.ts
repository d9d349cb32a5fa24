import type { Fields, Target } from '@codeword/auth0'
import { type CheckOptions, type Diagnostic, lintSource, openSource } from '@codeword/core'

/** What the linter says of what a tenant holds, or is to hold. No secret needs to be in the fields. */
export async function lintHeld(
  { toFile, name }: Target,
  fields: Fields,
  options: CheckOptions,
): Promise<readonly Diagnostic[]> {
  const source = await openSource(`${name}.json`, JSON.stringify(toFile(fields)))
  return source === undefined ? [] : lintSource(source, options).diagnostics
}

/** `2 errors, 1 warning`; `nothing wrong` where there is neither. */
export function countText(found: readonly Diagnostic[]): string {
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = found.filter((one) => one.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return counts.length === 0 ? 'nothing wrong' : counts.join(', ')
}
