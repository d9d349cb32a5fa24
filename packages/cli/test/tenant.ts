import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FakeConnection, type FakeOptions, fakeAuth0 } from '@codeword/auth0/fake'
import { expect, onTestFinished } from 'vitest'
import { codewordAsync, type Outcome } from './cli.ts'
import { folderWith } from './folder.ts'

const secret = 'fake-client-secret-canary'
export const accountSid = `AC${'c0de'.repeat(8)}`
export const authToken = 'fake-token-canary-000000000000000004'
/** What must stand nowhere. */
const canaries = [secret, accountSid, authToken, '+15005550006', 'fake.']

export const sms: FakeConnection = {
  id: 'con_0000000000000001',
  name: 'sms',
  strategy: 'sms',
  display_name: 'Codes',
  options: {
    template: 'Your code is {{ code }}',
    syntax: 'liquid',
    from: '+15005550006',
    twilio_sid: accountSid,
    twilio_token: authToken,
    totp: { length: 6, time_step: 300 },
  },
}

const env = {
  AUTH0_DOMAIN: 'tenant.example.com',
  AUTH0_CLIENT_ID: 'client',
  AUTH0_CLIENT_SECRET: secret,
  NO_COLOR: '1',
}

/** A tenant on this machine, and a folder from which it is asked; no secret may come out, or into a file. */
export async function tenant(
  options: Partial<FakeOptions> = {},
  more: Readonly<Record<string, string>> = {},
) {
  const fake = await fakeAuth0({
    clientId: 'client',
    clientSecret: secret,
    connections: [sms],
    ...options,
  })
  onTestFinished(fake.close)
  const cwd = folderWith({})
  const connection = async (...args: readonly string[]): Promise<Outcome> => {
    const all = ['connection', ...args, '--endpoint', fake.address]
    const outcome = await codewordAsync(all, { cwd, env: { ...env, ...more } })
    const files = globSync('{*,.codeword/**}', { cwd, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    for (const text of [outcome.out, outcome.err, ...texts])
      for (const canary of canaries) expect(text).not.toContain(canary)
    return outcome
  }
  const write = (text: string): void => writeFileSync(join(cwd, 'sms.liquid'), text)
  return { fake, cwd, connection, write }
}
