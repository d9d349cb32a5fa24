import type { AppState } from '@codeword/auth0'
import { visible } from '@codeword/core'
import { type Command, defineCommand } from '../../command.ts'
import {
  heldBy,
  type LoadAuth0,
  nameIn,
  readFrom,
  targetOf,
  tenantFor,
} from '../../connection/tenant.ts'
import { type ExitCode, Failure, ok, RemoteFailure } from '../../failure.ts'
import { unknown } from '../../options.ts'
import { credentials, endpointOption, yesOption } from './options.ts'

const app = { value: 'APP', multiple: true } as const

export const appsWith = (load: LoadAuth0): Command =>
  defineCommand({
    usage: 'codeword connection apps [NAME] [options]',
    about: `Lists the applications of the tenant, and which of them may use an SMS
connection (NAME, else sms); switches them on and off, by name or client id. All
others stay as they are.
${credentials}`,
    examples: [
      'codeword connection apps',
      "codeword connection apps sms --enable 'Acme Web' --yes",
    ],
    options: {
      enable: { ...app, summary: 'this application may use it; can be repeated' },
      disable: { ...app, summary: 'this one may not; can be repeated' },
      json: { summary: 'print the list as JSON' },
      ...yesOption,
      ...endpointOption,
    },
    async run({ values, positionals }, host): Promise<ExitCode> {
      const name = nameIn('apps', positionals)
      const tenant = await tenantFor(load, values.endpoint)
      const { auth0, api } = tenant
      if (name.includes('/')) throw new Failure(`${name} is no connection: it has no applications`)
      const { id } = await heldBy(targetOf(name, tenant), tenant)
      const states = readFrom(await auth0.appStates(id, api), tenant)
      const on = new Set(await idsOf(values.enable, states, '--enable'))
      const off = new Set(await idsOf(values.disable, states, '--disable'))
      if ([...on].some((each) => off.has(each)))
        throw new Failure('an application is both enabled and disabled: name it once')
      const changes = states
        .map((state) => ({ ...state, on: on.has(state.id) || (state.on && !off.has(state.id)) }))
        .filter((state) => state.on !== states.find((one) => one.id === state.id)!.on)
      const after = states.map((state) => changes.find((one) => one.id === state.id) ?? state)
      if (values.json) host.out(`${JSON.stringify({ version: 1, apps: after }, null, 2)}\n`)
      else host.out(listText(after, new Set(changes.map((one) => one.id))))
      if (changes.length === 0) return ok
      if (!values.yes) {
        host.note('Nothing was written: --yes writes it\n')
        return ok
      }
      const result = await auth0.turnApps(id, changes, api)
      if (result.state === 'written') {
        host.note('Written, and read back\n')
        return ok
      }
      const why = auth0.faultText(result.fault)
      throw new RemoteFailure(
        result.state === 'not-written'
          ? `not written: ${why}`
          : `it may have been written (${why}): look at it with codeword connection apps ${name}`,
      )
    },
  })

function listText(states: readonly AppState[], changed: ReadonlySet<string>): string {
  const rows = states.map(({ id, name, on }) => {
    const state = `${on ? 'on ' : 'off'}${changed.has(id) ? ' (new)' : ''}`
    return `${state.padEnd(9)}  ${visible(name)}  ${visible(id)}\n`
  })
  return rows.length === 0 ? 'The tenant has no applications.\n' : rows.join('')
}

async function idsOf(
  asked: readonly string[],
  states: readonly AppState[],
  option: string,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const one of asked) {
    const found = states.filter(({ id, name }) => id === one || name === one)
    if (found.length === 0) {
      const names = states.map(({ name }) => name)
      throw new Failure(`${option}: ${await unknown(one, names)}`)
    }
    if (found.length > 1)
      throw new Failure(`${option}: ${found.length} applications are called '${one}': give its id`)
    ids.push(found[0]!.id)
  }
  return ids
}
