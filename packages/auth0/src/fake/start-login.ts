import { openSource, requestLanguage } from '@codeword/core'
import type { LoopbackReply, LoopbackRequest } from '@codeword/core/node'
import { callGateway } from './gateway.ts'
import type { FakeOptions } from './options.ts'
import { renderStored, usualBehaviour } from './render.ts'
import { done } from './reply.ts'
import type { TenantState } from './tenant.ts'

const languageHeaders = ['x-request-language', 'accept-language']

const refused = (error: string, error_description: string): LoopbackReply =>
  done({ error, error_description }, 400)

/**
 * Starts a login: renders the stored template and has it delivered.
 * https://auth0.com/docs/api/authentication/passwordless/get-code-or-link
 */
export async function startLogin(
  { body, headers }: LoopbackRequest,
  { connections, enabled }: TenantState,
  { code = '123456', behaviour = usualBehaviour, deliver }: FakeOptions,
): Promise<LoopbackReply> {
  const { client_id, connection: name = 'sms', phone_number } = JSON.parse(body)
  const connection = connections.find((one) => one.name === name)
  if (connection === undefined || !enabled.get(connection.id)?.has(client_id))
    return refused('bad.connection', 'Connection does not exist or is not enabled')
  const { options } = connection
  const stored = (await openSource('sms.json', JSON.stringify(connection)))?.templates[0]
  if (stored === undefined) return refused('bad.template', 'The connection has no template')
  const sent = languageHeaders.flatMap((key) =>
    headers[key] === undefined ? [] : [[key, String(headers[key])] as const],
  )
  const { value } = requestLanguage(sent, stored.surroundings.requestLanguage)
  const text = await renderStored(stored, value, code, behaviour)
  if (text === undefined) return refused('bad.template', 'The template cannot be rendered')
  if (options.provider === 'sms_gateway') {
    const message = { recipient: phone_number, body: text, sender: options.from ?? null }
    const agent = String(headers['user-agent'] ?? '')
    const problem = await callGateway(options, message, { ip: '127.0.0.1', agent })
    if (problem !== undefined) return refused('sms_provider_error', problem)
  } else await deliver?.(phone_number, text, options)
  return done({ _id: 'fake', phone_number, phone_verified: false, request_language: value })
}
