/** What must not stand in a link that people send around, by what it is called. */
const secrets: readonly (readonly [string, RegExp])[] = [
  // https://www.twilio.com/docs/glossary/what-is-a-sid
  ['a Twilio SID', /\b[A-Z]{2}[0-9a-f]{32}\b/],
  ['a token of 32 hexadecimal digits', /\b[0-9a-f]{32}\b/i],
  // RFC 7519: two objects in base64url, each beginning with `{"`.
  ['a JSON Web Token', /\beyJ[\w-]+\.eyJ[\w-]+/],
  // ITU-T E.164: a plus and up to 15 digits.
  ['a phone number', /\+\d(?:[ ().-]{0,2}\d){6,14}/],
]

/** @returns what a text seems to hold; undefined where it may be shared */
export const secretIn = (text: string): string | undefined =>
  secrets.find(([, pattern]) => pattern.test(text))?.[0]
