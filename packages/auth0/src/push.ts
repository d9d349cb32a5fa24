import type { Auth0Api } from './api.ts'
import type { Options, TenantConnection } from './connection.ts'
import type { Fault } from './fault.ts'
import { isSame } from './version.ts'

export type PushResult =
  /** Read back, and as it was meant. */
  | { readonly state: 'written' }
  | { readonly state: 'not-written'; readonly fault: Fault }
  /** It was written or not: what the tenant has now is neither the old nor the new, or cannot be read. */
  | { readonly state: 'unknown'; readonly fault?: Fault }

/**
 * Writes all options of a connection and reads them back. Auth0 offers no way to write only where nothing has changed:
 * what somebody else writes between the last reading and this is lost, and read back as it was meant here.
 *
 * @param current as it was read just before
 * @param options all of them, secrets included
 */
export async function push(
  api: Auth0Api,
  current: TenantConnection,
  options: Options,
): Promise<PushResult> {
  // Without it, Auth0 sets the display name to the name.
  const written = await api.update(current.id, options, current.displayName)
  if (!written.ok && written.fault.kind !== 'unclear')
    return { state: 'not-written', fault: written.fault }
  const after = await api.get(current.id)
  if (!after.ok) return { state: 'unknown', fault: after.fault }
  if (isSame(after.value.options, options)) return { state: 'written' }
  if (!written.ok && isSame(after.value.options, current.options))
    return { state: 'not-written', fault: written.fault }
  return { state: 'unknown', ...(!written.ok && { fault: written.fault }) }
}
