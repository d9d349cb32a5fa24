import type { Capture, Held, Target } from '@codeword/auth0'
import type { TenantFacts } from '@codeword/core'
import { type Command, defineCommand } from '../../command.ts'
import { tenantName } from '../../config/settings.ts'
import {
  heldBy,
  type LoadAuth0,
  nameIn,
  refused,
  type Tenant,
  targetOf,
  tenantFor,
} from '../../connection/tenant.ts'
import { endpointOf } from '../../endpoint.ts'
import { type ExitCode, Failure, found, ok } from '../../failure.ts'
import type { Host } from '../../host.ts'
import { installed, needs } from '../../installed.ts'
import { whole } from '../../numbers.ts'
import type { Values } from '../../options.ts'
import { appFor } from '../../probe/app.ts'
import { type Experiments, experiments } from '../../probe/experiments.ts'
import {
  type Asking,
  type LearntTexts,
  learnHeaders,
  learnTexts,
  NoAnswer,
} from '../../probe/learn.ts'
import { type Plan, planOf, planOptions, planText } from '../../probe/plan.ts'
import { factsText } from '../../probe/report.ts'
import { keepFacts } from '../../probe/tenant-file.ts'
import { recipient } from '../../send/recipients.ts'
import type { LoadTwilio } from '../../send/sender.ts'
import { credentials, endpointOption } from './options.ts'

const options = {
  to: { value: 'NAME', summary: 'whose number logs in: me is CODEWORD_TO_ME' },
  app: { value: 'APP', summary: 'the application that logs in (AUTH0_CLIENT_ID)' },
  ...planOptions,
  wait: { value: 'SECONDS', summary: 'how long to wait for a text (30)' },
  yes: { summary: 'do it; without it, only say what would be done' },
  ...endpointOption,
} as const

type Given = Values<typeof options>

export const probeWith = (load: LoadAuth0, loadTwilio: LoadTwilio): Command =>
  defineCommand({
    usage: 'codeword connection probe NAME --to NAME [options]',
    about: `Finds out what the tenant really does, by logins that are started and never
finished; each sends a message. What request_language is for which headers; with
--capture, where the gateway_url of the connection leads to this machine through
a tunnel of yours, whether the texts are those that codeword render predicts;
with --experiment, for a connection that is there for tests, what each syntax
does. What was seen stands in codeword.tenant.json then, for codeword lint.
${credentials}`,
    examples: [
      'codeword connection probe sms-test --to me',
      'codeword connection probe sms-test --to me --capture 8080 --experiment --yes',
    ],
    options,
    async run({ values, positionals }, host): Promise<ExitCode> {
      if (positionals.length === 0)
        throw new Failure('probe: which connection? codeword connection probe sms-test --to me')
      const name = nameIn('probe', positionals)
      if (values.to === undefined) throw new Failure('probe: whose number logs in? Give --to me')
      const { isPhoneNumber } = await installed(loadTwilio, needs('probe', '@codeword/twilio'))
      const phone = await recipient(values.to, host, process.env, isPhoneNumber)
      const tenant = await tenantFor(load, values.endpoint)
      const target = targetOf(name, tenant)
      if (target.apart === undefined)
        throw new Failure(`${name} is no connection: no login uses it`)
      const current = await heldBy(target, tenant)
      const plan = await planOf(target, current, tenant, values)
      host.out(planText(name, plan, values))
      const app = await appFor(values.app, tenant)
      if (!values.yes) {
        host.note('Nothing was started: --yes does it\n')
        return ok
      }
      const capture = await capturing(values.capture, tenant)
      try {
        const asking: Asking = {
          auth0: tenant.auth0,
          start: tenant.auth0.loginStarter(app, endpointFrom(values)),
          connection: name,
          phone,
          ...(capture && { capture }),
          patience: 1000 * whole('--wait', values.wait ?? '30', 1, 600),
          tell: (what) => host.note(`${what}\n`),
        }
        return await probe(asking, plan, { target, current, tenant, values, host })
      } catch (error) {
        throw error instanceof NoAnswer ? refused(error.fault, tenant) : error
      } finally {
        await capture?.close()
      }
    },
  })

async function capturing(
  port: string | undefined,
  { auth0 }: Tenant,
): Promise<Capture | undefined> {
  if (port === undefined) return undefined
  const number = whole('--capture', port, 1, 65_535)
  return auth0.captureServer(number).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`--capture: port ${number} cannot be used (${error.code})`)
  })
}

function endpointFrom({ endpoint }: Given): { readonly endpoint?: string } {
  const own = endpointOf(endpoint)
  return own === undefined ? {} : { endpoint: own }
}

interface Around {
  readonly target: Target
  readonly current: Held
  readonly tenant: Tenant
  readonly values: Given
  readonly host: Host
}

async function probe(
  asking: Asking,
  { questions, predicted }: Plan,
  around: Around,
): Promise<ExitCode> {
  const { target, current, tenant, values, host } = around
  const requestLanguage = await learnHeaders(asking, questions)
  const texts = predicted.length > 0 ? await learnTexts(asking, predicted) : undefined
  const tried = values.experiment
    ? await experiments(asking, target, current, tenant, host)
    : undefined
  const seen = factsFrom(target, tenant, texts, tried)
  const facts = await keepFacts({ ...seen, requestLanguage }, host)
  const surprises = [...(texts?.surprises ?? []), ...(tried?.surprises ?? [])]
  host.out(`${factsText(facts, surprises)}${tenantName}: what was seen\n`)
  return surprises.length > 0 ? found : ok
}

function factsFrom(
  { name }: Target,
  { credentials: { domain } }: Tenant,
  texts: LearntTexts | undefined,
  tried: Experiments | undefined,
): TenantFacts {
  const seen = Object.entries(tried?.facts ?? {})
  const trims = seen[0]?.[1].trims ?? texts?.trims
  return {
    version: 1,
    tenant: domain,
    connection: name,
    on: new Date().toISOString().slice(0, 10),
    syntax: Object.fromEntries(seen.map(([syntax, { trims: _, ...facts }]) => [syntax, facts])),
    ...(trims !== undefined && { trims }),
    ...(texts && { texts: { compared: texts.compared, same: texts.same } }),
  }
}
