import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  type FaultName,
  fakeTwilio,
  faultNames,
  type ScriptedFault,
  type Step,
} from '../src/fake/index.ts'
import {
  faultText,
  fileJournal,
  fingerprint,
  follow,
  type OutgoingMessage,
  sendOnce,
  twilioApi,
} from '../src/index.ts'
import { accountSid, authToken, credentials, from, to } from './accounts.ts'

const message: OutgoingMessage = { to, from, body: 'Votre code : 918273' }

/** Everything that must stand nowhere. */
const canaries = [
  accountSid,
  authToken,
  to,
  to.slice(1),
  '918273',
  btoa(`${accountSid}:${authToken}`),
]

async function sending(faults: readonly ScriptedFault<Step>[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'codeword-send-'))
  const fake = await fakeTwilio({ accountSid, authToken, faults })
  onTestFinished(async () => {
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const path = join(folder, 'sent.jsonl')
  const api = await twilioApi(credentials, { endpoint: fake.address, timeout: 300 })
  const journal = fileJournal(path)
  const waits: number[] = []
  const send = () =>
    sendOnce(message, {
      api,
      journal,
      fingerprint: fingerprint(message, authToken),
      wait: async (milliseconds) => void waits.push(milliseconds),
      random: () => 0.5,
    })
  return { fake, path, api, journal, waits, send }
}

const noCanary = (...places: readonly unknown[]): void => {
  for (const place of places)
    for (const text of [inspect(place, { depth: 9, showHidden: true }), JSON.stringify(place)])
      for (const canary of canaries) expect(text).not.toContain(canary)
}

test('sends, and follows to the end', async () => {
  const { fake, api, send, path } = await sending()
  const result = await send()
  expect(result).toMatchObject({ state: 'sent', receipt: { status: 'queued', segments: 1 } })
  expect(fake.messages.map(({ body }) => body)).toEqual([message.body])
  const told: string[] = []
  const followed = await follow(api, result.state === 'sent' ? result.receipt : (null as never), {
    patience: 60_000,
    tell: ({ status }) => told.push(status),
    wait: async () => {},
  })
  expect(followed).toMatchObject({ final: true, receipt: { status: 'delivered' } })
  expect(told).toEqual(['sending', 'sent', 'delivered'])
  noCanary(result, followed, readFileSync(path, 'utf8'))
})

/** What becomes of a message, and how many there are then, by what goes wrong with the request that sends it. */
const onCreate: Readonly<
  Record<FaultName, readonly [state: string, taken: number, asked: number]>
> = {
  busy: ['sent', 1, 2],
  'busy-without-delay': ['sent', 1, 2],
  broken: ['unknown', 0, 1],
  silent: ['sent', 1, 1],
  reset: ['unknown', 0, 1],
  'reset-in-answer': ['sent', 1, 1],
  html: ['sent', 1, 1],
  truncated: ['sent', 1, 1],
}

describe('a request to send', () => {
  test.each(faultNames)('that is %s', async (fault) => {
    const { fake, send, waits, path } = await sending([{ step: 'create', fault }])
    const [state, taken, asked] = onCreate[fault]
    const result = await send()
    expect([result.state, fake.messages.length, fake.asked.create]).toEqual([state, taken, asked])
    if (fault === 'busy') expect(waits[0]).toBeGreaterThanOrEqual(1000)
    noCanary(result, readFileSync(path, 'utf8'))
    if ('fault' in result && result.fault) noCanary(faultText(result.fault))
  })
})

describe('a list of messages', () => {
  test.each(faultNames)('that is %s leads to no second message', async (fault) => {
    const { fake, send, path } = await sending([
      { step: 'list', fault },
      { step: 'create', fault: 'reset-in-answer' },
    ])
    const result = await send()
    expect(fake.asked.create).toBe(1)
    expect(['sent', 'unknown']).toContain(result.state)
    noCanary(result, readFileSync(path, 'utf8'))
  })
})

describe('a status', () => {
  test.each(faultNames)('that is %s is asked for again', async (fault) => {
    const { api, send } = await sending([{ step: 'fetch', fault }])
    const result = await send()
    const receipt = result.state === 'sent' ? result.receipt : (null as never)
    const followed = await follow(api, receipt, { patience: 60_000, wait: async () => {} })
    expect(followed).toMatchObject({ final: true, receipt: { status: 'delivered' } })
    noCanary(followed)
  })
})

test('what Twilio refuses is not sent again', async () => {
  const { fake, api, journal } = await sending()
  const refused = { ...message, to: '+15005550004' }
  const result = await sendOnce(refused, { api, journal, fingerprint: 'x', wait: async () => {} })
  expect(result).toMatchObject({ state: 'not-sent', fault: { code: 21610 } })
  expect(result.state === 'not-sent' && faultText(result.fault)).toContain('opted out')
  expect(fake.asked.create).toBe(1)
})

test('gives up where nobody listens', async () => {
  const { fake, send, waits } = await sending()
  await fake.close()
  const result = await send()
  expect(result).toMatchObject({
    state: 'not-sent',
    fault: { kind: 'unreached', system: 'ECONNREFUSED' },
  })
  expect(waits).toHaveLength(4)
})

describe('after a run that was killed', () => {
  test('the message is found, not sent again', async () => {
    const { fake, send, journal, api } = await sending()
    const begun = journal.begin({ message: fingerprint(message, authToken), before: [] })
    await api.create(message)
    expect(await send()).toMatchObject({ state: 'sent', found: true })
    expect(fake.messages).toHaveLength(1)
    expect(journal.open(begun.message)).toBeUndefined()
  })

  test('it is unknown where it is not found, and not sent; the next run sends', async () => {
    const { fake, send, journal } = await sending()
    const { at } = journal.begin({ message: fingerprint(message, authToken), before: [] })
    expect(await send()).toEqual({ state: 'unknown', earlier: at })
    expect(fake.messages).toHaveLength(0)
    expect(await send()).toMatchObject({ state: 'sent' })
  })

  test('half a line of the journal is passed over', async () => {
    const { send, path, fake } = await sending()
    writeFileSync(path, '{"begun":{"id":"1","message":"')
    expect(await send()).toMatchObject({ state: 'sent' })
    expect(fake.messages).toHaveLength(1)
  })
})
