import type { Fault } from './fault.ts'
import type { Fields, Held, Target } from './target/held.ts'
import { isSame } from './version.ts'

export type PushResult =
  /** Read back, and as it was meant. */
  | { readonly state: 'written' }
  | { readonly state: 'not-written'; readonly fault: Fault }
  /** It was written or not: what the tenant has now is neither the old nor the new, or cannot be read. */
  | { readonly state: 'unknown'; readonly fault?: Fault }

/**
 * Writes all fields and reads them back. Auth0 offers no way to write only where nothing has changed: what somebody
 * else writes between the last reading and this is lost.
 *
 * @param current as it was read just before
 * @param fields all of them, secrets included
 */
export async function push(target: Target, current: Held, fields: Fields): Promise<PushResult> {
  const written = await target.write(current, fields)
  if (!written.ok && written.fault.kind !== 'unclear')
    return { state: 'not-written', fault: written.fault }
  const after = await target.read()
  if (!after.ok) return { state: 'unknown', fault: after.fault }
  if (isSame(after.value.fields, fields)) return { state: 'written' }
  if (!written.ok && isSame(after.value.fields, current.fields))
    return { state: 'not-written', fault: written.fault }
  return { state: 'unknown', ...(!written.ok && { fault: written.fault }) }
}
