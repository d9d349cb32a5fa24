import type { Options, TenantConnection, Wanted } from '@codeword/auth0'
import { type Command, defineCommand } from '../command.ts'
import {
  readBackup,
  readSeen,
  readWanted,
  wantedFrom,
  writeBackup,
  writePulled,
  writeSeen,
} from '../connection/local-files.ts'
import { planText, refusalText } from '../connection/plan-text.ts'
import { connectionNamed, type LoadAuth0, type Tenant, tenantFor } from '../connection/tenant.ts'
import { endpointOption } from '../endpoint.ts'
import { type ExitCode, Failure, found, ok, RemoteFailure } from '../failure.ts'
import type { Host } from '../host.ts'
import { unknown, type Values } from '../options.ts'

const options = {
  yes: { summary: 'write; without it, show what would be written' },
  force: { summary: 'pull: replace files that say something else' },
  'request-language': {
    value: 'LANGUAGE',
    summary: 'push: where no header names one',
  },
  'exit-code': { summary: 'diff: end with 1 if something would change' },
  ...endpointOption,
} as const

interface Asked {
  readonly name: string
  readonly tenant: Tenant
  readonly current: TenantConnection
  readonly values: Values<typeof options>
  readonly host: Host
}

const actions: Readonly<Record<string, (asked: Asked) => Promise<ExitCode>>> = {
  pull,
  diff,
  push: (asked) => write(asked, wantedHere(asked)),
  rollback: (asked) => write(asked, wantedBefore(asked)),
}

export const connectionWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection pull|diff|push|rollback [NAME] [options]',
    about: `Reads an SMS connection of an Auth0 tenant (NAME, else sms) into NAME.liquid
and NAME.json, shows whose message and which option a push would change, writes
them back, and undoes the last push. A push keeps all options that it does not
change, is refused if the tenant has changed since the pull, and is read back.
No secret comes into a file. Credentials come from AUTH0_DOMAIN and
AUTH0_ACCESS_TOKEN, or AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET. Ends with 3 if
Auth0 refuses, cannot be reached or is unclear.`,
    examples: [
      'codeword connection pull',
      'codeword connection diff',
      'codeword connection push --yes',
      'codeword connection push --request-language en-US --yes',
    ],
    options,
    async run({ values, positionals }, host) {
      const [action = '', name = 'sms', ...others] = positionals
      const act = Object.hasOwn(actions, action) ? actions[action]! : undefined
      if (act === undefined)
        throw new Failure(`connection: ${await unknown(action, Object.keys(actions))}`)
      if (others.length > 0 || !/^[A-Za-z0-9-]{1,128}$/.test(name))
        throw new Failure('connection takes one name: codeword connection pull sms')
      const tenant = await tenantFor(load, values.endpoint)
      const current = await connectionNamed(name, tenant)
      return act({ name, tenant, current, values, host })
    },
  })

async function pull({ name, tenant, current, values, host }: Asked): Promise<ExitCode> {
  const pulled = tenant.auth0.pulledFrom(current)
  if (pulled === undefined) throw new RemoteFailure(refusalText('unreadable', [], name))
  writePulled(pulled, values.force, host.cwd)
  writeSeen(name, { domain: tenant.domain, id: pulled.id, version: pulled.version }, host.cwd)
  host.out(`${name}.liquid: the template\n${name}.json: everything else, without secrets\n`)
  return ok
}

async function diff(asked: Asked): Promise<ExitCode> {
  const { changes } = await planned(asked, wantedHere(asked))
  return asked.values['exit-code'] && changes.length > 0 ? found : ok
}

/** The files as they are here, with what the options add. */
function wantedHere({ name, tenant, values, host }: Asked): Wanted {
  const { version } = readSeen(name, tenant.domain, host.cwd)
  const language = values['request-language']
  const more = language === undefined ? {} : { request_language: language }
  return { version, options: { ...readWanted(name, host.cwd), ...more } }
}

const wantedBefore = ({ name, tenant, host }: Asked): Wanted =>
  wantedFrom(readBackup(name, host.cwd), readSeen(name, tenant.domain, host.cwd))

/** @throws RemoteFailure where nothing may be written */
async function planned({ name, tenant, current, host }: Asked, wanted: Wanted) {
  const plan = tenant.auth0.planPush(current, wanted)
  if (!plan.ok) throw new RemoteFailure(refusalText(plan.refusal, plan.paths, name))
  host.out(await planText(current.options!, plan.options, plan.changes, host))
  return plan
}

async function write(asked: Asked, wanted: Wanted): Promise<ExitCode> {
  const { name, tenant, current, values, host } = asked
  const { auth0, api, domain } = tenant
  const { options: after, changes } = await planned(asked, wanted)
  if (changes.length === 0) return ok
  if (!values.yes) {
    host.note('Nothing was written: --yes writes it\n')
    return ok
  }
  const before = auth0.pulledFrom(current)!
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before.options, key))
  const backup = writeBackup(name, { options: before.options, added }, host.cwd)
  const result = await auth0.push(api, current, after)
  if (result.state === 'written') {
    writeSeen(
      name,
      { domain, id: current.id, version: versionAfter(auth0, current, after) },
      host.cwd,
    )
    host.out(`Written, and read back. What it was is in ${backup}\n`)
    return ok
  }
  const why = result.fault
    ? auth0.faultText(result.fault)
    : 'what is there now is neither the old nor the new'
  if (result.state === 'not-written') throw new RemoteFailure(`not written: ${why}`)
  throw new RemoteFailure(
    `it may have been written (${why}): look at it with codeword connection pull ${name} --force`,
  )
}

const versionAfter = (
  { pulledFrom }: Tenant['auth0'],
  current: TenantConnection,
  options: Options,
): string => pulledFrom({ ...current, options })!.version
