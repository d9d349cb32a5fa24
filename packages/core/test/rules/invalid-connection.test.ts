import { describe, expect, it, test } from 'vitest'
import { invalidConnection } from '../../src/rules/invalid-connection.ts'
import { email, json, sms } from '../source/connections.ts'
import { findingsIn } from './connection-findings.ts'

const find = (value: unknown) =>
  findingsIn(invalidConnection, typeof value === 'string' ? value : json(value))

test.each([
  ['sms', sms()],
  ['email', email()],
  ['keywords', sms({ totp: '@@TOTP@@' })],
])('a right %s connection is silent', async (_, value) => {
  expect(await find(value)).toEqual([])
})

test.each([
  [
    'an unknown syntax',
    sms({ syntax: 'markdown' }),
    'error',
    '"markdown"',
    'Auth0 refuses this connection: `options.syntax` must be one of liquid, md_with_macros',
  ],
  [
    'a code that is too short',
    sms({ totp: { length: 2, time_step: 60 } }),
    'error',
    '2',
    'Auth0 refuses this connection: `options.totp.length` must be at least 4',
  ],
  [
    'a misspelt inner key',
    sms({ totp: { lenght: 6 } }),
    'error',
    '"lenght"',
    'Auth0 refuses this connection: `options.totp.lenght` is not known here; did you mean length?',
  ],
  [
    'a misspelt option',
    { strategy: 'sms', options: { tempalte: 'x' } },
    'warning',
    '"tempalte"',
    "Auth0's reference rules this out: `options.tempalte` is not in Auth0's reference; did you mean template?",
  ],
  [
    'a missing secret',
    sms({ gateway_authentication: { method: 'bearer', audience: 'a' } }),
    'warning',
    '"gateway_authentication"',
    "Auth0's reference rules this out: `options.gateway_authentication.secret` is missing",
  ],
])('%s', async (_, value, severity, at, message) => {
  const found = await find(value)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ severity, message, at })
})

describe('a boolean in quotes', () => {
  it('is a warning with a fix that keeps everything else', async () => {
    const text = json(sms({ disable_signup: 'true' }))
    const [found, ...others] = await findingsIn(invalidConnection, text)
    expect(others).toEqual([])
    expect(found).toMatchObject({ severity: 'warning', at: '"true"' })
    const [fix] = found!.fixes!
    const [edit] = fix!.edits
    const fixed = text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)
    expect(fix).toMatchObject({ title: 'Write true without quotes', safe: true })
    expect(JSON.parse(fixed)).toEqual(sms({ disable_signup: true }))
  })
})

test('a file that cannot be read is one error at the place', async () => {
  const text = '{"strategy": "sms", "name": "sms",\n "options": {"totp": {"length": 2} "from": 5}}'
  const found = await find(text)
  expect(found).toMatchObject([{ at: '"from"' }])
  expect(found[0]!.severity).toBeUndefined()
})

test('a key that stands twice is a warning', async () => {
  const text = '{"strategy": "sms", "options": {"template": "A", "template": "B"}}'
  expect(await find(text)).toMatchObject([{ severity: 'warning', at: '"template"', start: 32 }])
})

test('a language that the connection sets is told', async () => {
  const found = await find(sms({ request_language: 'en-US' }))
  expect(found).toMatchObject([{ severity: 'info', at: '"request_language"' }])
})
