import type { Fields, Held, Observed, Syntax, Target } from '@codeword/auth0'
import { writeBackup, writeSeen } from '../connection/local-files.ts'
import type { Tenant } from '../connection/tenant.ts'
import { RemoteFailure } from '../failure.ts'
import type { Host } from '../host.ts'
import { type Asking, learnSyntax, type Surprise } from './learn.ts'

export interface Experiments {
  readonly facts: Readonly<Partial<Record<Syntax, Observed>>>
  readonly surprises: readonly Surprise[]
}

/**
 * Gives the connection a text that shows what each syntax does, starts a login for each, and gives it back what it
 * had. What it had is in the backups, so that a probe that was killed can be undone with `rollback`.
 *
 * @throws NoAnswer, or RemoteFailure where the connection could not be written
 */
export async function experiments(
  asking: Asking,
  target: Target,
  current: Held,
  tenant: Tenant,
  { cwd }: Host,
): Promise<Experiments> {
  const { auth0, credentials } = tenant
  const fields = current.fields!
  const { domain } = credentials
  const write = async (wanted: Fields): Promise<void> => {
    const { version } = auth0.pulledFrom({ ...current, fields: wanted }, target)!
    writeSeen(target.name, { domain, version }, cwd)
    const result = await auth0.push(target, current, wanted)
    if (result.state === 'written') return
    const why = result.fault ? ` (${auth0.faultText(result.fault)})` : ''
    throw new RemoteFailure(
      `the connection could not be written${why}: codeword connection rollback ${target.name} gives it back what it had`,
    )
  }
  const backup = auth0.pulledFrom(current, target)!.fields
  const added = ['syntax'].filter((key) => !Object.hasOwn(fields, key))
  writeBackup(target.name, { fields: backup, added }, cwd)
  const facts: Partial<Record<Syntax, Observed>> = {}
  const surprises: Surprise[] = []
  try {
    for (const syntax of auth0.syntaxes) {
      await write({ ...fields, syntax, template: auth0.experiment })
      const seen = await learnSyntax(asking, syntax, codeLength(fields))
      if ('trims' in seen) facts[syntax] = seen
      else surprises.push(seen)
    }
  } finally {
    await write(fields)
  }
  return { facts, surprises }
}

/** https://auth0.com/docs/api/management/v2/connections/post-connections: 6 digits if nothing is said. */
function codeLength({ totp }: Fields): number {
  const { length = 6 } = (totp ?? {}) as { readonly length?: unknown }
  return Number(length)
}
