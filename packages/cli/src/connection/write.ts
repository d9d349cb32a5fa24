import type { Change, Fields, Held, Target, Wanted } from '@codeword/auth0'
import { type ExitCode, ok, RemoteFailure } from '../failure.ts'
import type { Host } from '../host.ts'
import {
  readBackup,
  readSeen,
  readWanted,
  type Seen,
  wantedFrom,
  writeBackup,
  writeSeen,
} from './local-files.ts'
import { planText, refusalText } from './plan-text.ts'
import { heldBy, type LoadAuth0, nameIn, type Tenant, targetOf, tenantFor } from './tenant.ts'

/** Says what is to be written, by what was last read of it. */
export type FindWanted = (target: Target, seen: () => Seen, cwd: string) => Wanted

/** The files as they are here, with more fields. */
export const wantedHere =
  (more: Fields = {}): FindWanted =>
  (target, seen, cwd) => ({
    version: seen().version,
    fields: { ...readWanted(target, cwd), ...more },
  })

/** What the last push has replaced. */
export const wantedBefore: FindWanted = (target, seen, cwd) =>
  wantedFrom(readBackup(target.name, cwd), seen())

export interface OpenPlan {
  readonly tenant: Tenant
  readonly target: Target
  readonly current: Held
  /** All fields, secrets included. */
  readonly fields: Fields
  readonly changes: readonly Change[]
}

/**
 * Compares what the tenant has with what it is to have, and shows it.
 * @throws RemoteFailure where nothing may be written
 */
export async function openPlan(
  action: string,
  positionals: readonly string[],
  load: LoadAuth0,
  endpoint: string | undefined,
  host: Host,
  find: FindWanted,
): Promise<OpenPlan> {
  const name = nameIn(action, positionals)
  const tenant = await tenantFor(load, endpoint)
  const target = targetOf(name, tenant)
  const seen = (): Seen => readSeen(name, tenant.credentials.domain, host.cwd)
  const wanted = find(target, seen, host.cwd)
  const current = await heldBy(target, tenant)
  const plan = tenant.auth0.planPush(current, wanted)
  if (!plan.ok) throw new RemoteFailure(refusalText(plan.refusal, plan.paths, name))
  const { fields, changes } = plan
  host.out(await planText(target, current.fields!, fields, changes, host))
  return { tenant, target, current, fields, changes }
}

/** @throws RemoteFailure where it was not written, or nobody knows */
export async function writePlan(plan: OpenPlan, yes: boolean, host: Host): Promise<ExitCode> {
  const { tenant, target, current, fields, changes } = plan
  const { auth0, credentials } = tenant
  if (changes.length === 0) return ok
  if (!yes) {
    host.note('Nothing was written: --yes writes it\n')
    return ok
  }
  const before = auth0.pulledFrom(current, target)!.fields
  const added = Object.keys(fields).filter((key) => !Object.hasOwn(before, key))
  const backup = writeBackup(target.name, { fields: before, added }, host.cwd)
  const result = await auth0.push(target, current, fields)
  if (result.state === 'written') {
    const { version } = auth0.pulledFrom({ ...current, fields }, target)!
    writeSeen(target.name, { domain: credentials.domain, version }, host.cwd)
    host.out(`Written, and read back. What it was is in ${backup}\n`)
    return ok
  }
  const why = result.fault
    ? auth0.faultText(result.fault)
    : 'what is there now is neither the old nor the new'
  if (result.state === 'not-written') throw new RemoteFailure(`not written: ${why}`)
  throw new RemoteFailure(
    `it may have been written (${why}): look at it with codeword connection pull ${target.name} --force`,
  )
}
