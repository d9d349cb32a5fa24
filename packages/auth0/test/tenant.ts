import { inspect } from 'node:util'
import { expect, onTestFinished } from 'vitest'
import { type FakeConnection, type FakeOptions, fakeAuth0 } from '../src/fake/index.ts'
import { auth0Api, type Credentials } from '../src/index.ts'

export const credentials = {
  domain: 'fake.example.com',
  clientId: 'fake-client',
  clientSecret: 'fake-client-secret-canary',
} satisfies Credentials

/** A connection with everything that must not come out. */
export const sms: FakeConnection = {
  id: 'con_0000000000000001',
  name: 'sms',
  strategy: 'sms',
  display_name: 'Codes by SMS',
  options: {
    template:
      "{% if request_language == 'fr' %}Votre code : {{ code }}{% else %}Your code: {{ code }}{% endif %}",
    syntax: 'liquid',
    from: '+15005550006',
    twilio_sid: `AC${'c0de'.repeat(8)}`,
    twilio_token: 'fake-token-canary-0000000000000003',
    messaging_service_sid: null,
    gateway_authentication: {
      method: 'bearer',
      audience: 'gateway',
      secret: 'fake-gateway-canary',
    },
    totp: { length: 6, time_step: 300 },
    upstream_params: {},
    brute_force_protection: true,
  },
}

const canaries = [
  'fake-client-secret-canary',
  'fake-token-canary-0000000000000003',
  'fake-gateway-canary',
  `AC${'c0de'.repeat(8)}`,
  '+15005550006',
]

export const noCanary = (...places: readonly unknown[]): void => {
  for (const place of places)
    for (const text of [
      inspect(place, { depth: 9, showHidden: true }),
      String(JSON.stringify(place)),
    ])
      for (const canary of canaries) expect(text).not.toContain(canary)
}

export const fakeOptions: FakeOptions = {
  clientId: 'fake-client',
  clientSecret: 'fake-client-secret-canary',
  connections: [sms],
}

export async function tenant(options: Partial<FakeOptions> = {}) {
  const fake = await fakeAuth0({ ...fakeOptions, ...options })
  onTestFinished(fake.close)
  const waits: number[] = []
  const api = await auth0Api(credentials, {
    endpoint: fake.address,
    timeout: 1000,
    wait: async (milliseconds) => void waits.push(milliseconds),
  })
  return { fake, api, waits }
}
