import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { OutgoingMessage } from '@codeword/twilio'
import { type Command, defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { endpointOf, endpointOption } from '../endpoint.ts'
import { type ExitCode, Failure, found, ok, remoteFailed } from '../failure.ts'
import type { Host } from '../host.ts'
import { installed, needs } from '../installed.ts'
import { amount, whole } from '../numbers.ts'
import { openOneTemplate, templateOptions } from '../open-one-template.ts'
import type { Values } from '../options.ts'
import { requestOptions, valueAsked } from '../render-options.ts'
import { ignoredFolder } from '../send/ignored-folder.ts'
import { type Outcome, outcomeText, verdictOf } from '../send/outcome.ts'
import { type PlannedMessage, planAll, planOne } from '../send/plan.ts'
import { recipient } from '../send/recipients.ts'
import { outcomesJson, planJson, planText } from '../send/report.ts'
import { type LoadTwilio, senderOf, senderOptions } from '../send/sender.ts'

const options = {
  ...requestOptions,
  to: { value: 'NAME', summary: 'who gets it: me is CODEWORD_TO_ME' },
  ...senderOptions,
  yes: { summary: 'send; without it, only what would be sent is shown' },
  matrix: { summary: 'one message for each text that the template can send' },
  'max-messages': { value: 'N', summary: 'refuse to send more (10)' },
  pause: { value: 'SECONDS', summary: 'between two messages (1)' },
  wait: { value: 'SECONDS', summary: 'how long to follow a message (60)' },
  price: { value: 'P', summary: 'of one segment, to show the cost' },
  ...endpointOption,
  json: { summary: 'print what was sent, and what came of it, as JSON' },
  ...templateOptions,
  ...commonOptions,
} as const

type Given = Values<typeof options>

export const sendWith = (load: LoadTwilio): Command =>
  defineCommand({
    usage: 'codeword send FILE --to NAME [options]',
    about: `Sends what one customer gets through Twilio, with the fake code 123456, and
compares what is billed with what was predicted. Shows only what would be sent
unless --yes is given. Credentials come from TWILIO_ACCOUNT_SID and
TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET. A message that may
have been sent is never sent again. Ends with 1 if a message does not arrive or
is billed otherwise, with 3 if Twilio refuses, cannot be reached or is unclear.`,
    examples: [
      'codeword send otp.liquid --language fr-FR --to me --from +15005550006',
      'codeword send otp.liquid --matrix --to me --from Acme --price 0.0083 --yes',
    ],
    options,
    async run({ values, positionals }, host) {
      const [path, ...others] = positionals
      if (path === undefined || others.length > 0)
        throw new Failure('send takes one file: codeword send otp.liquid --to me')
      const settings = await settingsOf(values, host)
      const opened = await openOneTemplate(path, settings(path), host, values)
      const plan = values.matrix
        ? planAll(path, opened)
        : [planOne(path, opened, valueAsked('send', values, opened))]
      if (values.to === undefined) throw new Failure('send: who gets it? Give --to me')
      const twilio = await installed(load, needs('send', '@codeword/twilio'))
      const to = await recipient(values.to, host, process.env, twilio.isPhoneNumber)
      const from = senderOf('send', values, twilio)
      const most = whole('--max-messages', values['max-messages'] ?? '10', 1, 9999)
      if (plan.length > most)
        throw new Failure(`send: these are ${plan.length} messages: --max-messages ${plan.length}`)
      const price = values.price === undefined ? undefined : amount('--price', values.price)
      if (!values.json) host.out(planText(plan, price))
      if (!values.yes) {
        if (values.json) host.out(`${JSON.stringify(planJson(plan), null, 2)}\n`)
        host.note('Nothing was sent: --yes sends it\n')
        return ok
      }
      if (twilio.isMagicNumber(to) || (from.kind === 'number' && twilio.isMagicNumber(from.value)))
        host.note("These are numbers of Twilio's test credentials: no message reaches a phone\n")
      const outcomes = await sendAll(plan, { to, from }, twilio, values, host)
      if (values.json) {
        const told = outcomesJson(outcomes, twilio.faultText)
        host.out(`${JSON.stringify(told, null, 2)}\n`)
      }
      return exitCode(outcomes)
    },
  })

async function sendAll(
  plan: readonly PlannedMessage[],
  { to, from }: Omit<OutgoingMessage, 'body'>,
  twilio: Awaited<ReturnType<LoadTwilio>>,
  values: Given,
  host: Host,
): Promise<readonly Outcome[]> {
  const credentials = twilio.credentialsFrom(process.env)
  if ('problem' in credentials) throw new Failure(`send: ${credentials.problem}`)
  const endpoint = endpointOf(values.endpoint)
  const api = await twilio.twilioApi(credentials, endpoint === undefined ? {} : { endpoint })
  const journal = twilio.fileJournal(join(ignoredFolder(host.cwd), 'sent.jsonl'))
  const patience = 1000 * amount('--wait', values.wait ?? '60')
  const between = 1000 * amount('--pause', values.pause ?? '1')
  const outcomes: Outcome[] = []
  const messages = plan.map((planned) => {
    const message = { to, from, body: planned.text }
    return { planned, message, fingerprint: twilio.fingerprint(message, credentials.password) }
  })
  const run = journal.run(messages.map(({ fingerprint }) => fingerprint))
  for (const { planned, message, fingerprint } of messages) {
    const sid = run.sent.get(fingerprint)
    if (outcomes.length > 0 && sid === undefined) await pause(between)
    const result =
      sid === undefined
        ? await twilio.sendOnce(message, { api, journal, fingerprint })
        : await twilio.sentBefore(sid, api)
    const tell = ({ status }: { readonly status: string }): void =>
      host.note(`${planned.who}: ${status}\n`)
    const followed =
      result.state === 'sent'
        ? await twilio.follow(api, result.receipt, { patience, tell })
        : undefined
    const outcome = { planned, result, ...(followed && { followed }) }
    outcomes.push(outcome)
    if (!values.json) host.out(`${outcomeText(outcome, twilio.faultText)}\n`)
    if (result.state !== 'sent') break
  }
  const left = plan.length - outcomes.length
  if (left > 0) host.note(`${left} more not sent\n`)
  if (outcomes.every(({ result }) => result.state === 'sent')) run.end()
  return outcomes
}

function exitCode(outcomes: readonly Outcome[]): ExitCode {
  const verdicts = outcomes.map(verdictOf)
  if (verdicts.some((one) => one === 'not-sent' || one === 'unknown')) return remoteFailed
  return verdicts.some((one) => one === 'undelivered' || one === 'other-segments') ? found : ok
}
