import { createHmac } from 'node:crypto'
import { type Fields, isObject } from '../target/held.ts'

export interface GatewayMessage {
  readonly recipient: string
  readonly body: string
  readonly sender: unknown
}

/**
 * Hands a message to the tenant's own gateway, which must be on this machine:
 * https://auth0.com/docs/authenticate/passwordless/authentication-methods/use-sms-gateway-passwordless
 * @returns what the start of the login says where the gateway does not take it
 */
export async function callGateway(
  options: Fields,
  message: GatewayMessage,
  request: { readonly ip: string; readonly agent: string },
): Promise<string | undefined> {
  const url = String(options.gateway_url)
  if (!/^http:\/\/127\.0\.0\.1[:/]/.test(url)) return 'Timeout while calling the SMS gateway'
  const { ip, agent } = request
  const body = options.forward_req_info ? { ...message, req: { ip, 'user-agent': agent } } : message
  const { gateway_authentication: auth } = options
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(isObject(auth) && { authorization: `Bearer ${tokenFor(auth)}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => undefined)
  if (answer === undefined) return 'Timeout while calling the SMS gateway'
  await answer.body?.cancel()
  if (answer.status === 200) return undefined
  return answer.status === 401
    ? 'Authentication failed while calling the SMS gateway: 401'
    : `Unexpected response while calling the SMS gateway: ${answer.status}`
}

/** A JSON Web Token, HS256 (RFC 7515). */
function tokenFor({ audience, subject, secret, secret_base64_encoded }: Fields): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000)
  const claims = { aud: audience, ...(subject !== undefined && { sub: subject }), iat }
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  const key = Buffer.from(String(secret), secret_base64_encoded === true ? 'base64' : 'utf8')
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}
