import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { type FakeMessage, statusOf } from './messages.ts'

/**
 * Tells a server what has become of a message, signed as Twilio does it:
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function callBack(message: FakeMessage, accountSid: string, token: string): void {
  const { callback, sid, to, from } = message
  if (callback === null || !/^http:\/\/127\.0\.0\.1[:/]/.test(callback)) return
  const status = statusOf(message)
  const fields: Readonly<Record<string, string>> = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: from ?? '+15005550006',
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: to,
  }
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], callback)
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64'),
  }
  const sent = request(callback, { method: 'POST', headers, timeout: 2_000 })
  sent.on('error', () => {})
  sent.on('response', (response) => response.resume())
  sent.end(new URLSearchParams(fields).toString())
}
