import { visible } from '@codeword/core'
import { type Command, defineCommand } from '../command.ts'
import { Failure, ok } from '../failure.ts'
import { unknown } from '../options.ts'
import { stopped } from '../stopped.ts'

/** Loads the fakes; they come with the packages of the live checks. */
export type LoadFake = () => Promise<typeof import('@codeword/twilio/fake')>

/** Nobody's: they look like what Twilio gives out, and open nothing. */
const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'fake-token' }

export const fakeWith = (load: LoadFake): Command =>
  defineCommand({
    usage: 'codeword fake twilio [options]',
    about: `Runs a fake of Twilio on this machine and prints what to set for it: a message
that is sent to it is printed, and reaches nobody. Ends with Ctrl+C.`,
    examples: ['codeword fake twilio', 'codeword fake twilio --port 4010'],
    options: { port: { value: 'N', summary: 'the port (any that is free)' } },
    async run({ values, positionals }, host) {
      const [name = '', ...others] = positionals
      if (name !== 'twilio' || others.length > 0)
        throw new Failure(`fake: ${await unknown(name, ['twilio'])}`)
      const { fakeTwilio } = await load()
      const port = Number(values.port ?? 0)
      if (!/^\d{0,5}$/.test(values.port ?? '') || port > 65_535)
        throw new Failure(`--port: '${values.port}' is no port`)
      const fake = await fakeTwilio({
        ...account,
        port,
        tell: ({ body }) => host.out(`${visible(body)}\n`),
      }).catch((error: NodeJS.ErrnoException) => {
        throw new Failure(`fake: port ${port} cannot be used (${error.code})`)
      })
      host.out(`export TWILIO_ACCOUNT_SID=${account.accountSid}
export TWILIO_AUTH_TOKEN=${account.authToken}
export CODEWORD_TO_ME=+15005550010
codeword send otp.liquid --to me --from +15005550006 --endpoint ${fake.address} --yes
`)
      await stopped()
      await fake.close()
      return ok
    },
  })
