import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeTwilio } from '../src/fake/index.ts'
import {
  fileJournal,
  fingerprint,
  follow,
  sendOnce,
  type TwilioApi,
  twilioApi,
} from '../src/index.ts'
import { accountSid, authToken, credentials, from, to } from './accounts.ts'
import { prism } from './prism.ts'

const peers = {
  fake: () => fakeTwilio({ accountSid, authToken }),
  Prism: prism,
}

describe.each(Object.entries(peers))('the sender against %s', (_, start) => {
  let api: TwilioApi
  let close: () => Promise<void>
  const folder = mkdtempSync(join(tmpdir(), 'codeword-peers-'))

  beforeAll(async () => {
    const peer = await start()
    close = peer.close
    api = await twilioApi(credentials, { endpoint: peer.address })
  }, 60_000)

  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })

  const send = (body: string, sender: Parameters<TwilioApi['has']>[0] = from) => {
    const message = { to, from: sender, body }
    const journal = fileJournal(join(folder, 'sent.jsonl'))
    const options = { api, journal, fingerprint: fingerprint(message, authToken) }
    return { journal, options, result: sendOnce(message, options) }
  }

  test.each([
    ['a number', from],
    ['a name', { kind: 'name', value: 'Acme' }],
    ['a messaging service', { kind: 'service', value: `MG${'0'.repeat(32)}` }],
  ] as const)('sends from %s, and ends what the journal began', async (_, sender) => {
    const { journal, options, result } = send('שלום, הקוד שלך הוא 123456', sender)
    const sent = await result
    expect(sent).toMatchObject({
      state: 'sent',
      receipt: { sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), status: expect.any(String) },
    })
    expect(journal.open(options.fingerprint)).toBeUndefined()
  })

  test('asks what became of it', async () => {
    const sent = await send('Your code is 123456').result
    const { receipt } = sent as Extract<typeof sent, { state: 'sent' }>
    const followed = await follow(api, receipt, { patience: 5_000, wait: async () => {} })
    expect(followed.receipt.sid).toMatch(/^SM/)
    expect(followed.fault).toBeUndefined()
  })

  test('lists messages', async () => {
    await send('Your code is 123456').result
    const listed = await api.list(to)
    expect(listed.ok && listed.value.length).toBeGreaterThan(0)
  })

  test('asks for the account', async () => {
    expect(await api.account()).toEqual({ ok: true, value: 'active' })
  })

  test('takes a request that does not conform for refused', async () => {
    const service = { kind: 'service', value: 'MG-no-service' } as const
    expect(await api.create({ to, from: service, body: 'x' })).toMatchObject({
      ok: false,
      fault: { kind: 'refused' },
    })
  })
})
