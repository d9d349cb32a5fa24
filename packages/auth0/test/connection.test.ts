import { describe, expect, test } from 'vitest'
import { faultNames } from '../src/fake/index.ts'
import {
  type Fields,
  faultText,
  type Held,
  planPush,
  pulledFrom,
  push,
  targetNamed,
} from '../src/index.ts'
import { noCanary, sms, tenant } from './tenant.ts'

type Here = Awaited<ReturnType<typeof tenant>>

const targetOf = ({ api }: Here) => targetNamed('sms', api)!

const read = async (here: Here): Promise<Held> => {
  const result = await targetOf(here).read()
  if (!result.ok) throw new Error(faultText(result.fault))
  return result.value
}

test('lists all pages, and reads one connection', async () => {
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...sms,
    id: `con_${at}`,
    name: `sms-${at}`,
  }))
  const email = { ...sms, id: 'con_email', name: 'email', strategy: 'email' }
  const { api, fake } = await tenant({ connections: [...many, email] })
  const listed = await api.connections.list('sms')
  expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(many.map(({ id }) => id))
  expect(fake.asked).toMatchObject({ token: 1, list: 3 })
  expect(await api.connections.get('con_7')).toMatchObject({ ok: true, value: { name: 'sms-7' } })
})

test('what is pulled holds no secret, and is pushed back as it was', async () => {
  const here = await tenant()
  const pulled = pulledFrom(await read(here), targetOf(here))!
  noCanary(pulled)
  expect(pulled.fields).toMatchObject({
    twilio_sid: '##TWILIO_SID##',
    twilio_token: '##TWILIO_TOKEN##',
    from: '##FROM##',
    gateway_authentication: { method: 'bearer', audience: 'gateway', secret: '##SECRET##' },
    totp: { length: 6, time_step: 300 },
  })
  const plan = planPush(await read(here), pulled)
  expect(plan).toMatchObject({ ok: true, changes: [] })
  expect(plan.ok && plan.fields).toEqual(sms.options)
})

const wantedFrom = (
  pulled: { readonly fields: Fields; readonly version: string },
  more: Fields,
) => ({
  version: pulled.version,
  fields: { ...pulled.fields, ...more },
})

test('a push changes what was asked for and nothing else, the display name included', async () => {
  const here = await tenant()
  const current = await read(here)
  const wanted = wantedFrom(pulledFrom(current, targetOf(here))!, {
    template: 'New {{ code }}',
    request_language: 'en-US',
    totp: { length: 8, time_step: 300 },
  })
  const plan = planPush(current, wanted)
  if (!plan.ok) throw new Error(plan.refusal)
  expect(plan.changes).toEqual([
    { path: 'template', before: sms.options.template, after: 'New {{ code }}' },
    { path: 'totp.length', before: 6, after: 8 },
    { path: 'request_language', after: 'en-US' },
  ])
  noCanary(plan.changes)
  expect(await push(targetOf(here), current, plan.fields)).toEqual({ state: 'written' })
  expect(here.fake.connections[0]).toEqual({
    ...sms,
    options: { ...sms.options, ...wanted.fields, ...secrets },
  })
})

const { twilio_sid, twilio_token, from, gateway_authentication } = sms.options
const secrets = { twilio_sid, twilio_token, from, gateway_authentication }

describe('refuses to plan', () => {
  test('where the token may not read options', async () => {
    const here = await tenant({ scopes: ['read:connections', 'update:connections'] })
    const current = await read(here)
    expect(current.fields).toBeUndefined()
    expect(pulledFrom(current, targetOf(here))).toBeUndefined()
    expect(planPush(current, { fields: {}, version: '' })).toMatchObject({
      refusal: 'unreadable',
    })
  })

  test.each<[string, (current: Held) => Held, Fields, object]>([
    [
      'what has changed meanwhile',
      (current) => ({ ...current, fields: { ...current.fields, syntax: 'md_with_macros' } }),
      {},
      { refusal: 'changed' },
    ],
    [
      'a secret that the tenant has not',
      (current) => current,
      { other_token: '##OTHER_TOKEN##' },
      { refusal: 'no-secret', paths: ['other_token'] },
    ],
  ])('%s', async (_, after, more, refused) => {
    const here = await tenant()
    const current = await read(here)
    const wanted = wantedFrom(pulledFrom(current, targetOf(here))!, more)
    expect(planPush(after(current), wanted)).toMatchObject({ ok: false, ...refused })
  })

  test('an option that would vanish', async () => {
    const here = await tenant()
    const current = await read(here)
    const { fields, version } = pulledFrom(current, targetOf(here))!
    const { totp: _, twilio_token: __, ...fewer } = fields
    expect(planPush(current, { fields: fewer, version })).toEqual({
      ok: false,
      refusal: 'vanishing',
      paths: ['twilio_token', 'totp'],
    })
  })
})

describe('reading', () => {
  test.each(
    (['token', 'get', 'list'] as const).flatMap((step) =>
      faultNames.map((fault) => ({ step, fault })),
    ),
  )('is tried again where $step is $fault', async (scripted) => {
    const { api } = await tenant({ faults: [scripted] })
    const result = await api.connections.get(sms.id)
    if (!result.ok) noCanary(result, faultText(result.fault))
    // What Auth0's client makes of half an answer to its request for a token is an error that says nothing.
    expect(result).toMatchObject({ ok: true, value: { options: sms.options } })
  })

  test('waits until the rate limit begins anew', async () => {
    const { api, waits } = await tenant({ faults: [{ step: 'get', fault: 'busy' }] })
    expect((await api.connections.get(sms.id)).ok).toBe(true)
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeLessThanOrEqual(2000)
  })
})

test('faults are told without what was sent', async () => {
  const here = await tenant({ scopes: ['read:connections'] })
  const { api, fake } = here
  const result = await push(targetOf(here), await read(here), sms.options)
  expect(result).toMatchObject({ state: 'not-written', fault: { scopes: ['update:connections'] } })
  noCanary(result)
  await fake.close()
  const gone = await api.connections.get(sms.id)
  expect(gone).toEqual({ ok: false, fault: { kind: 'unreached', system: 'ECONNREFUSED' } })
})

test('a login sends what the stored template yields for its header', async () => {
  const sent: string[] = []
  const { fake } = await tenant({ deliver: (to, text) => void sent.push(`${to} ${text}`) })
  const start = async (headers: Readonly<Record<string, string>>) => {
    const body = {
      client_id: 'fake-client',
      connection: 'sms',
      phone_number: '+447700900123',
      send: 'code',
    }
    const answer = await fetch(`${fake.address}/passwordless/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return answer.json()
  }
  expect(await start({ 'x-request-language': 'fr' })).toMatchObject({ request_language: 'fr' })
  await start({ 'accept-language': 'de' })
  expect(sent).toEqual(['+447700900123 Votre code : 123456', '+447700900123 Your code: 123456'])
})
