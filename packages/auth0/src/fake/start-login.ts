import { openSource, openTemplate, renderValue, requestLanguage } from '@codeword/core'
import type { LoopbackReply, LoopbackRequest } from '@codeword/core/node'
import { error } from './error.ts'
import type { FakeConnection, FakeOptions } from './options.ts'

const languageHeaders = ['x-request-language', 'accept-language']

/**
 * Starts a login: renders the stored template and has it delivered.
 * https://auth0.com/docs/api/authentication/passwordless/get-code-or-link
 */
export async function startLogin(
  { body, headers }: LoopbackRequest,
  connections: readonly FakeConnection[],
  { clientId, code = '123456', deliver }: FakeOptions,
): Promise<LoopbackReply> {
  const { client_id, connection: name = 'sms', phone_number } = JSON.parse(body)
  const connection = connections.find((one) => one.name === name)
  if (client_id !== clientId || connection === undefined)
    return {
      status: 400,
      body: { error: 'bad.connection', error_description: 'Unknown connection' },
    }
  const embedded = (await openSource('sms.json', JSON.stringify(connection)))?.templates[0]
  if (embedded === undefined) return error(500, 'Internal Server Error', 'no template')
  const sent = languageHeaders.flatMap((key) =>
    headers[key] === undefined ? [] : [[key, String(headers[key])] as const],
  )
  const { value } = requestLanguage(sent, embedded.surroundings.requestLanguage)
  const rendered = renderValue(openTemplate(embedded).question, value, code)
  if (!rendered.ok) return error(400, 'Bad Request', 'the template cannot be rendered')
  await deliver?.(phone_number, rendered.rendered.text, connection.options)
  const answer = { _id: 'fake', phone_number, phone_verified: false, request_language: value }
  return { status: 200, body: answer }
}
