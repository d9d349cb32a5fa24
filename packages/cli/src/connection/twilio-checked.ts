import type { Sender } from '@codeword/twilio'
import { endpointOf } from '../endpoint.ts'
import { Failure, RemoteFailure } from '../failure.ts'
import { installed, needs } from '../installed.ts'
import type { Values } from '../options.ts'
import { type LoadTwilio, senderOf, type senderOptions } from '../send/sender.ts'

interface Asked extends Values<typeof senderOptions> {
  readonly 'twilio-endpoint': string | undefined
}

interface Checked {
  readonly sender: Sender
  readonly twilio: { readonly accountSid: string; readonly authToken: string }
  /** For people, with a line end. */
  readonly told: string
}

/** Twilio's test credentials may not ask: https://www.twilio.com/docs/api/errors/20008 */
const testCredentials = 20_008

/**
 * Asks Twilio whether the account of the environment works and has the sender.
 * @throws Failure or RemoteFailure where nothing could be sent that way
 */
export async function twilioChecked(load: LoadTwilio, values: Asked): Promise<Checked> {
  const twilio = await installed(load, needs('connection setup', '@codeword/twilio'))
  const sender = senderOf('setup', values, twilio)
  // Auth0 takes the token of an account, and no API key.
  const { TWILIO_API_KEY: _, ...env } = process.env
  const credentials = twilio.credentialsFrom(env)
  if ('problem' in credentials) throw new Failure(`setup: ${credentials.problem}`)
  const { accountSid, password: authToken } = credentials
  const endpoint = endpointOf(values['twilio-endpoint'])
  const api = await twilio.twilioApi(credentials, endpoint === undefined ? {} : { endpoint })
  const account = await api.account()
  if (!account.ok && account.fault.code === testCredentials) {
    const told =
      'Twilio: these are test credentials: nothing reaches a phone, and no more is told\n'
    return { sender, twilio: { accountSid, authToken }, told }
  }
  if (!account.ok) throw new RemoteFailure(twilio.faultText(account.fault))
  if (account.value !== 'active')
    throw new RemoteFailure(`Twilio: the account is ${account.value}: nothing would be sent`)
  const has = await api.has(sender)
  if (!has.ok) throw new RemoteFailure(twilio.faultText(has.fault))
  if (!has.value)
    throw new RemoteFailure(
      sender.kind === 'service'
        ? 'Twilio: the account has no such messaging service'
        : 'Twilio: the account has no such number that can send texts',
    )
  const what = sender.kind === 'name' ? 'the sender is a name' : 'it has the sender'
  const told = `Twilio: the account is active, ${what}\n`
  return { sender, twilio: { accountSid, authToken }, told }
}
