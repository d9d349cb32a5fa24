/** Where an account's resources lie. */
export const accountPath = (sid: string): string => `/2010-04-01/Accounts/${sid}`

const when = 'Tue, 24 Nov 2026 12:00:00 +0000'

/** https://www.twilio.com/docs/iam/api/account */
export const accountJson = (sid: string): object => ({
  sid,
  owner_account_sid: sid,
  auth_token: 'hidden',
  date_created: when,
  date_updated: when,
  friendly_name: 'fake',
  status: 'active',
  type: 'Full',
  subresource_uris: {},
  uri: `${accountPath(sid)}.json`,
})

/** https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export function numbersJson(sid: string, numbers: readonly string[], asked: string | null): object {
  const uri = `${accountPath(sid)}/IncomingPhoneNumbers.json?Page=0`
  const found = numbers.filter((number) => asked === null || number === asked)
  return {
    incoming_phone_numbers: found.map((number, at) => ({
      account_sid: sid,
      sid: `PN${String(at).padStart(32, '0')}`,
      phone_number: number,
      friendly_name: 'fake',
      date_created: when,
      date_updated: when,
      capabilities: { sms: true, mms: false, voice: false, fax: false },
    })),
    first_page_uri: uri,
    next_page_uri: null,
    previous_page_uri: null,
    uri,
    page: 0,
    page_size: 50,
    start: 0,
    end: Math.max(found.length - 1, 0),
  }
}

/** https://www.twilio.com/docs/messaging/api/service-resource */
export const serviceJson = (accountSid: string, sid: string): object => ({
  sid,
  account_sid: accountSid,
  friendly_name: 'fake',
  date_created: '2026-11-24T12:00:00Z',
  date_updated: '2026-11-24T12:00:00Z',
  url: `https://messaging.twilio.com/v1/Services/${sid}`,
})
