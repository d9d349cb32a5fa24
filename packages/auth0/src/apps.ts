import type { ApiResult } from './api/client.ts'
import type { Auth0Api } from './api/index.ts'
import type { Fault } from './fault.ts'

/** An application, and whether it may use a connection. */
export interface AppState {
  readonly id: string
  readonly name: string
  readonly on: boolean
}

/** All applications of a tenant by name, with those that may use a connection switched on. */
export async function appStates(
  connection: string,
  { apps }: Auth0Api,
): Promise<ApiResult<readonly AppState[]>> {
  const listed = await apps.list()
  if (!listed.ok) return listed
  const enabled = await apps.enabled(connection)
  if (!enabled.ok) return enabled
  const on = new Set(enabled.value)
  const states = listed.value.map(({ id, name }) => ({ id, name, on: on.has(id) }))
  return { ok: true, value: states.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

export type TurnResult =
  | { readonly state: 'written' }
  | { readonly state: 'not-written' | 'unknown'; readonly fault: Fault }

/** Switches applications on and off and reads back whether they are; all others stay as they are. */
export async function turnApps(
  connection: string,
  changes: readonly Pick<AppState, 'id' | 'on'>[],
  { apps }: Auth0Api,
): Promise<TurnResult> {
  const written = await apps.turn(connection, changes)
  if (!written.ok && written.fault.kind !== 'unclear')
    return { state: 'not-written', fault: written.fault }
  const after = await apps.enabled(connection)
  if (!after.ok) return { state: 'unknown', fault: after.fault }
  const on = new Set(after.value)
  if (changes.every((one) => on.has(one.id) === one.on)) return { state: 'written' }
  const fault: Fault = written.ok ? { kind: 'unclear' } : written.fault
  return { state: 'not-written', fault }
}
