import type { Credentials } from '../src/index.ts'

/** Nobody's. */
export const accountSid = `AC${'c0de'.repeat(8)}`
export const authToken = 'fake-token-canary-0001'
export const credentials: Credentials = { accountSid, username: accountSid, password: authToken }

/** Twilio's own test number, and one of the numbers that nobody has: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
export const from = { kind: 'number', value: '+15005550006' } as const
export const to = '+447700900123'
