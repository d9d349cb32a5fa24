import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import twilio from 'twilio'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type FakeOptions, fakeTwilio } from '../src/fake/index.ts'
import { twilioApi } from '../src/index.ts'
import { accountSid, authToken, credentials, from, to } from './accounts.ts'
import { overheard } from './overheard.ts'
import {
  isAccount,
  isCreate,
  isList,
  isMessage,
  isNumbers,
  isService,
  listParameters,
} from './twilio-document.ts'

async function running(options: Partial<FakeOptions> = {}) {
  const fake = await fakeTwilio({ accountSid, authToken, ...options })
  onTestFinished(fake.close)
  return fake
}

test("the client's requests and the fake's answers are what Twilio's own document says", async () => {
  const fake = await running()
  const { endpoint, heard } = await overheard(fake.address)
  const api = await twilioApi(credentials, { endpoint })
  const service = { kind: 'service', value: `MG${'0'.repeat(32)}` } as const
  const sent = await api.create({ to, from, body: 'Your code is 123456' })
  await api.create({ to, from: service, body: 'שלום 123456' })
  for (let turn = 0; turn < 4; turn++) await api.fetch(sent.ok ? sent.value.sid : '')
  await api.list(to)
  expect(heard.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'POST 201',
    'POST 201',
    ...Array(4).fill('GET 200'),
    'GET 200',
  ])
  for (const { method, path, sent, body } of heard) {
    const { pathname, searchParams } = new URL(path, endpoint)
    const isCreating = method === 'POST'
    const isListing = !isCreating && pathname.endsWith('/Messages.json')
    if (isCreating)
      expect([isCreate(Object.fromEntries(new URLSearchParams(sent))), isCreate.errors]).toEqual([
        true,
        null,
      ])
    for (const name of searchParams.keys()) expect(listParameters).toContain(name)
    const check = isListing ? isList : isMessage
    expect([check(JSON.parse(body)), check.errors]).toEqual([true, null])
  }
})

test('an account, its numbers and its services are what the document says', async () => {
  const fake = await running()
  const { endpoint, heard } = await overheard(fake.address)
  const api = await twilioApi(credentials, { endpoint })
  expect(await api.account()).toEqual({ ok: true, value: 'active' })
  const service = { kind: 'service', value: `MG${'0'.repeat(32)}` } as const
  expect(await api.has(from)).toEqual({ ok: true, value: true })
  expect(await api.has(service)).toEqual({ ok: true, value: true })
  expect(await api.has({ ...from, value: '+15005550010' })).toEqual({ ok: true, value: false })
  expect(await api.has({ ...service, value: `MG${'1'.repeat(32)}` })).toMatchObject({
    value: false,
  })
  const checks = [isAccount, isNumbers, isService, isNumbers]
  const answers = heard.filter(({ status }) => status === 200)
  expect(answers).toHaveLength(checks.length)
  for (const [at, { body }] of answers.entries())
    expect([checks[at]!(JSON.parse(body)), checks[at]!.errors]).toEqual([true, null])
})

describe('answers as Twilio does', () => {
  test.each([
    ['+15005550001', from.value, 21211],
    ['+15005550002', from.value, 21612],
    ['+15005550003', from.value, 21408],
    ['+15005550004', from.value, 21610],
    ['+15005550009', from.value, 21614],
    ['07700900123', from.value, 21211],
    [to, '+15005550001', 21212],
    [to, '+15005550007', 21606],
    [to, '+15005550008', 21611],
    [to, 'A name too long', 21212],
  ])('to %s from %s: %i', async (recipient, sender, code) => {
    const fake = await running()
    const api = await twilioApi(credentials, { endpoint: fake.address })
    const result = await api.create({
      to: recipient,
      from: { kind: 'name', value: sender },
      body: 'x',
    })
    expect(result).toEqual({ ok: false, fault: { kind: 'refused', status: 400, code } })
    expect(fake.messages).toEqual([])
  })

  test.each([
    ['', 21602],
    ['x'.repeat(1601), 21617],
  ])('a text of %j…', async (body, code) => {
    const fake = await running()
    const api = await twilioApi(credentials, { endpoint: fake.address })
    expect(await api.create({ to, from, body })).toMatchObject({ ok: false, fault: { code } })
  })

  test('wrong credentials, and what is not there', async () => {
    const fake = await running()
    const wrong = await twilioApi({ ...credentials, password: 'wrong' }, { endpoint: fake.address })
    expect(await wrong.create({ to, from, body: 'x' })).toEqual({
      ok: false,
      fault: { kind: 'refused', status: 401, code: 20003 },
    })
    const api = await twilioApi(credentials, { endpoint: fake.address })
    expect(await api.fetch(`SM${'0'.repeat(32)}`)).toMatchObject({ fault: { code: 20404 } })
  })

  test.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    [']'.repeat(153), 3],
    ['é'.repeat(71), 1],
    ['я'.repeat(71), 2],
  ])('counts the segments of a text by the standard', async (body, segments) => {
    const fake = await running()
    const api = await twilioApi(credentials, { endpoint: fake.address })
    expect(await api.create({ to, from, body })).toMatchObject({ value: { segments } })
  })
})

test("calls back, signed so that Twilio's own check accepts it", async () => {
  const fake = await running({ callbacks: 2 })
  const heard: { signature: string; fields: Record<string, string> }[] = []
  const server = createServer(async (incoming, outgoing) => {
    let form = ''
    for await (const piece of incoming) form += piece
    const fields = Object.fromEntries(new URLSearchParams(form))
    heard.push({ signature: String(incoming.headers['x-twilio-signature']), fields })
    outgoing.end()
    if (heard.length === 2) done()
  })
  let done = (): void => {}
  const both = new Promise<void>((resolve) => {
    done = resolve
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/status`
  const form = new URLSearchParams({ To: to, From: from.value, Body: 'x', StatusCallback: url })
  await fetch(`${fake.address}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: form,
  })
  await both
  for (const { signature, fields } of heard) {
    expect(fields.MessageStatus).toBe('queued')
    expect(twilio.validateRequest(authToken, signature, url, fields)).toBe(true)
    expect(twilio.validateRequest('another', signature, url, fields)).toBe(false)
  }
})
