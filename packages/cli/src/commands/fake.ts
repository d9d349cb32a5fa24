import { visible } from '@codeword/core'
import { type Command, defineCommand } from '../command.ts'
import { Failure, ok } from '../failure.ts'
import type { Host } from '../host.ts'
import { installed, needs } from '../installed.ts'
import { unknown } from '../options.ts'
import { stopped } from '../stopped.ts'

/** Loads the fakes; they come with the packages of the live checks. */
export interface LoadFake {
  readonly twilio: () => Promise<typeof import('@codeword/twilio/fake')>
  readonly auth0: () => Promise<typeof import('@codeword/auth0/fake')>
}

interface Running {
  /** What to set and to try, as lines of a shell. */
  readonly lines: string
  readonly close: () => Promise<void>
}

export const fakeWith = (load: LoadFake): Command =>
  defineCommand({
    usage: 'codeword fake twilio|auth0 [options]',
    about: `Runs a fake of Twilio or Auth0 on this machine, and prints what to set for it
and what to try. A message that is sent to it is printed, and reaches nobody.
Ends with Ctrl+C.`,
    examples: ['codeword fake twilio', 'codeword fake auth0 --port 4010'],
    options: { port: { value: 'N', summary: 'the port (any that is free)' } },
    async run({ values, positionals }, host) {
      const [name = '', ...others] = positionals
      const starts = {
        twilio: () => twilio(load, port, host),
        auth0: () => auth0(load, port, host),
      }
      if (others.length > 0 || !Object.hasOwn(starts, name))
        throw new Failure(`fake: ${await unknown(name, Object.keys(starts))}`)
      const port = Number(values.port ?? 0)
      if (!/^\d{0,5}$/.test(values.port ?? '') || port > 65_535)
        throw new Failure(`--port: '${values.port}' is no port`)
      const running = await starts[name as keyof typeof starts]().catch((error) => {
        if (error instanceof Failure) throw error
        throw new Failure(`fake: port ${port} cannot be used (${error.code})`)
      })
      const end = stopped()
      host.out(running.lines)
      await end
      await running.close()
      return ok
    },
  })

async function twilio(load: LoadFake, port: number, host: Host): Promise<Running> {
  const { fakeTwilio } = await installed(load.twilio, needs('fake', '@codeword/twilio'))
  // Nobody's: they look like what Twilio gives out, and open nothing.
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'fake-token' }
  const tell = ({ body }: { readonly body: string }): void => host.out(`${visible(body)}\n`)
  const { address, close } = await fakeTwilio({ ...account, port, tell })
  const lines = `export TWILIO_ACCOUNT_SID=${account.accountSid}
export TWILIO_AUTH_TOKEN=${account.authToken}
export CODEWORD_TO_ME=+15005550010
codeword send otp.liquid --to me --from +15005550006 --endpoint ${address} --yes
`
  return { lines, close }
}

async function auth0(load: LoadFake, port: number, host: Host): Promise<Running> {
  const { fakeAuth0 } = await installed(load.auth0, needs('fake', '@codeword/auth0'))
  const application = { clientId: 'fake-client', clientSecret: 'fake-secret' }
  const { address, close } = await fakeAuth0({
    ...application,
    port,
    connections: [
      {
        id: 'con_0000000000000001',
        name: 'sms',
        strategy: 'sms',
        options: {
          template: 'Your code is {{ code }}',
          syntax: 'liquid',
          from: '+15005550006',
          twilio_sid: `AC${'0'.repeat(32)}`,
          twilio_token: 'fake-token-00000000000000000000000',
          totp: { length: 6, time_step: 300 },
        },
      },
    ],
    deliver: async (_, text) => host.out(`${visible(text)}\n`),
  })
  const lines = `export AUTH0_DOMAIN=fake.example.com
export AUTH0_CLIENT_ID=${application.clientId}
export AUTH0_CLIENT_SECRET=${application.clientSecret}
codeword connection pull --endpoint ${address}
`
  return { lines, close }
}
