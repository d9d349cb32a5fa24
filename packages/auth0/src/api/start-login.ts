import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Fault, faultOf, troubled } from '../fault.ts'
import { isObject } from '../target/held.ts'
import { type ApiOptions, type ApiResult, systemCode } from './client.ts'

/** Who starts a login. */
export interface LoginApp {
  readonly domain: string
  readonly clientId: string
  readonly clientSecret?: string
}

export interface LoginStart {
  readonly connection: string
  /** E.164 */
  readonly phone: string
  /** `X-Request-Language` and `Accept-Language`; nothing else is added to them. */
  readonly headers: Readonly<Record<string, string>>
}

/** What Auth0 says of a login that was started; not every tenant says what it took for the language. */
export interface Started {
  readonly requestLanguage?: string | null
}

export type StartLogin = (start: LoginStart) => Promise<ApiResult<Started>>

/**
 * Starts logins: each sends a message, and none is made again, whatever happens to it. Auth0's client has had no part
 * for it since version 7.
 * https://auth0.com/docs/api/authentication/passwordless/get-code-or-link
 */
export function loginStarter(
  { domain, clientId, clientSecret }: LoginApp,
  { endpoint = `https://${domain}`, timeout = 60_000 }: Omit<ApiOptions, 'wait'> = {},
): StartLogin {
  return async ({ connection, phone, headers }) => {
    const body = {
      client_id: clientId,
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
      connection,
      phone_number: phone,
      send: 'code',
    }
    try {
      return resultOf(await post(`${endpoint}/passwordless/start`, headers, body, timeout))
    } catch (error) {
      return { ok: false, fault: troubled(systemCode(error)) }
    }
  }
}

function resultOf(answer: Answer): ApiResult<Started> {
  const value = jsonIn(answer.text)
  if (answer.status !== 200) return { ok: false, fault: refusal(answer, value) }
  if (!isObject(value)) return { ok: false, fault: { kind: 'unclear', status: 200 } }
  const { request_language: language } = value
  const isKnown = typeof language === 'string' || language === null
  return { ok: true, value: isKnown ? { requestLanguage: language } : {} }
}

const refusal = ({ status, reset }: Answer, value: unknown): Fault => ({
  ...faultOf(status, value, reset),
  ...(isObject(value) && value.error === 'sms_provider_error' && { provider: true as const }),
})

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly reset?: string
}

/** Node's fetch adds an `Accept-Language` of its own, `*`: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  timeout: number,
): Promise<Answer> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(timeout),
    })
    sent.on('error', reject)
    sent.on('response', (response) => answerOf(response).then(resolve, reject))
    sent.end(JSON.stringify(body))
  })
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  let text = ''
  for await (const piece of response.setEncoding('utf8')) text += piece
  const { 'x-ratelimit-reset': reset } = response.headers
  return { status: response.statusCode ?? 0, text, ...(typeof reset === 'string' && { reset }) }
}
