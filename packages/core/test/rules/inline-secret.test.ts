import { expect, test } from 'vitest'
import { inlineSecret } from '../../src/rules/inline-secret.ts'
import { json, sms } from '../source/connections.ts'
import { findingsIn } from './connection-findings.ts'

const canary = 'fake-secret-canary-000000000000000'
const gateway = (secret: string): object => ({ method: 'bearer', audience: 'a', secret })

test.each([
  ['twilio_token', sms({ twilio_token: canary }), 'options.twilio_token'],
  [
    'the secret of a gateway',
    sms({ gateway_authentication: gateway(canary) }),
    'options.gateway_authentication.secret',
  ],
  [
    'a secret with a keyword in it',
    sms({ twilio_token: `${canary}##X##` }),
    'options.twilio_token',
  ],
])('%s in clear is told and not repeated', async (_, value, name) => {
  const [found, ...others] = await findingsIn(inlineSecret, json(value))
  expect(others).toEqual([])
  expect(found!.at).toContain(canary)
  expect(found!.message).toContain(name)
  const { at, ...finding } = found!
  expect(JSON.stringify(finding)).not.toContain(canary)
})

const terraform = (token: string): string => `resource "auth0_connection" "sms" {
  name     = "sms"
  strategy = "sms"
  options {
    template     = "Your code is @@password@@"
    twilio_token = ${token}
  }
}
`

test('the advice is that of the tool which reads the file', async () => {
  const [inJson] = await findingsIn(inlineSecret, json(sms({ twilio_token: canary })))
  expect(inJson!.message).toContain('Replace it by a keyword such as ##TWILIO_TOKEN## and renew it')
  const [inYaml] = await findingsIn(
    inlineSecret,
    `connections:\n  - name: sms\n    strategy: sms\n    options: { twilio_token: ${canary} }\n`,
    'tenant.yaml',
  )
  expect(inYaml!.message).toContain('##TWILIO_TOKEN##')
  const [inTerraform] = await findingsIn(inlineSecret, terraform(`"${canary}"`), 'sms.tf')
  expect(inTerraform!.message).toBe(
    '`options.twilio_token` stands here in clear: whoever reads this file can send texts in your name and at your cost. Replace it by a variable such as var.twilio_token, declared with sensitive = true, and renew it',
  )
  expect(await findingsIn(inlineSecret, terraform('var.twilio_token'), 'sms.tf')).toEqual([])
})

test('both secrets are told', async () => {
  const value = sms({ twilio_token: canary, gateway_authentication: gateway(canary) })
  expect(await findingsIn(inlineSecret, json([value, value]))).toHaveLength(4)
})

test.each([
  '##TWILIO_TOKEN##',
  '@@TWILIO_TOKEN@@',
  '',
  '********',
  'xxxxxxxx',
  '<your token>',
  `\${TWILIO_TOKEN}`,
  '$TWILIO_TOKEN',
  '[REDACTED]',
  null,
  5,
])('%j is no secret', async (value) => {
  const options = { twilio_token: value, gateway_authentication: { secret: value } }
  expect(await findingsIn(inlineSecret, json(sms(options)))).toEqual([])
})

test('a keyword without quotes is no secret', async () => {
  const text = '{"strategy": "sms", "options": {"twilio_token": @@TOKEN@@}}'
  expect(await findingsIn(inlineSecret, text)).toEqual([])
})
