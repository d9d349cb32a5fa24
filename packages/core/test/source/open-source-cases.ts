import { expect } from 'vitest'
import { openSource } from '../../src/source/open-source.ts'
import type { SourceFile } from '../../src/source/source-file.ts'
import { json } from './connections.ts'

/** A file with a text or with JSON. */
export const open = async (value: unknown, path = 'sms.json'): Promise<SourceFile> =>
  (await openSource(path, typeof value === 'string' ? value : json(value)))!

/** Name and text of each template in a file of JSON. */
export const templates = async (value: unknown): Promise<readonly (readonly [string, string])[]> =>
  (await open(value)).templates.map(({ name, text }) => [name, text])

/** Options that only SMS connections have. */
export const tellingOptions: readonly object[] = [
  { twilio_sid: `AC${'0'.repeat(32)}` },
  { twilio_token: null },
  { messaging_service_sid: null },
  { forward_req_info: false },
  { totp: {} },
  { request_language: 'nl' },
]

/** An object with these options is taken for a connection. */
export async function checkTold(options: object): Promise<void> {
  expect((await openSource('sms.json', json({ options })))?.connections).toHaveLength(1)
}

/** Texts that auth0-deploy-cli replaces whole. */
export const markers: readonly string[] = ['##TEXT##', '@@TEXT@@']

/** A text that is elsewhere is no template. */
export async function checkElsewhere(text: string): Promise<void> {
  expect(await templates({ type: 'otp_verify', content: { body: { text } } })).toEqual([])
  const names = { enrollment_message: text, verification_message: 'B {{code}}' }
  expect(await templates(names)).toEqual([['verification_message', 'B {{code}}']])
}
