/** What Twilio lets somebody in for. Never stored, never shown. */
export interface Credentials {
  /** `AC…`: whose messages they are. */
  readonly accountSid: string
  /** The account SID itself, or the SID of an API key. */
  readonly username: string
  readonly password: string
}

/**
 * Reads the variables that Twilio's own tools read, an API key before the token of the account:
 * https://www.twilio.com/docs/iam/api-keys
 * @returns a problem that repeats no value
 */
export function credentialsFrom(
  env: Readonly<Record<string, string | undefined>>,
): Credentials | { readonly problem: string } {
  const { TWILIO_ACCOUNT_SID: accountSid = '', TWILIO_AUTH_TOKEN: token = '' } = env
  const { TWILIO_API_KEY: key = '', TWILIO_API_SECRET: secret = '' } = env
  if (!/^AC[0-9a-fA-F]{32}$/.test(accountSid))
    return {
      problem: 'set TWILIO_ACCOUNT_SID to the SID of the account: AC and 32 hexadecimal digits',
    }
  if (key !== '' && secret !== '') {
    if (!/^SK[0-9a-fA-F]{32}$/.test(key))
      return { problem: 'TWILIO_API_KEY is SK and 32 hexadecimal digits' }
    return { accountSid, username: key, password: secret }
  }
  if (token === '')
    return { problem: 'set TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET' }
  return { accountSid, username: accountSid, password: token }
}
