import { describe, expect, it, test } from 'vitest'
import { senderId } from '../../src/rules/sender-id.ts'
import { json, sms } from '../source/connections.ts'
import { findingsIn } from './connection-findings.ts'

const find = (options: object) => findingsIn(senderId, json(sms(options)))

test.each([
  '+15005550006',
  '12345',
  'Acme',
  'Acme Bakery',
  'ACME-24_7&+',
  '4Acme',
  '##FROM##',
  'Acme@@X@@',
  '{{ application.name }}',
  'whatsapp:+15005550006',
  '',
  null,
  5,
])('%j is silent', async (from) => {
  expect(await find({ from })).toEqual([])
})

test.each([
  ['Acme Bakerys', 'a name has at most 11 characters, this one has 12'],
  ['Acmé', 'a name may hold letters from A to Z, digits, spaces and + & _ -, not é'],
  ['Acme!?!', 'a name may hold letters from A to Z, digits, spaces and + & _ -, not ! ?'],
  ['&&&', 'a name needs at least one letter'],
  ['15005550006', 'a phone number is a plus sign and up to 15 digits with nothing between them'],
  [
    '+1 500 555-0006',
    'a phone number is a plus sign and up to 15 digits with nothing between them',
  ],
  [
    '+1500555000600000',
    'a phone number is a plus sign and up to 15 digits with nothing between them',
  ],
])('%j is told', async (from, fault) => {
  const message = `Twilio refuses this sender, so customers get no text: ${fault}`
  expect(await find({ from })).toMatchObject([{ message, at: JSON.stringify(from) }])
})

describe('a sender that Twilio does not see is silent', () => {
  it.each([
    ['a messaging service', { messaging_service_sid: `MG${'0'.repeat(32)}` }],
    ['a gateway', { provider: 'sms_gateway' }],
    ['the address of a gateway', { gateway_url: 'https://example.com/sms' }],
  ])('%s', async (_, options) => {
    expect(await find({ from: 'Acme Bakeries', ...options })).toEqual([])
  })
})
