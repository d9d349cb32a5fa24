import { describe, expect, test } from 'vitest'
import { type FaultName, faultNames, type Step } from '../src/fake/index.ts'
import { appStates, createConnection, setupOptions, turnApps } from '../src/index.ts'
import { noCanary, sms, tenant } from './tenant.ts'

const apps = [
  { client_id: 'web', name: 'Web' },
  { client_id: 'app', name: 'App' },
  { client_id: 'admin', name: 'Admin' },
]

const opened = (faults: readonly { step: Step; fault: FaultName }[] = []) =>
  tenant({ apps, enabled: { sms: ['web'] }, faults })

test('lists all applications, page by page', async () => {
  const many = Array.from({ length: 120 }, (_, at) => ({ client_id: `c${at}`, name: `A${at}` }))
  const { api, fake } = await tenant({ apps: many })
  const states = await appStates(sms.id, api)
  expect(states.ok && states.value.filter(({ on }) => on)).toHaveLength(120)
  expect(fake.asked).toMatchObject({ apps: 3, enabled: 3 })
})

test('switches some, and leaves the others', async () => {
  const { api } = await opened()
  const changes = [
    { id: 'app', on: true },
    { id: 'web', on: false },
  ]
  expect(await turnApps(sms.id, changes, api)).toEqual({ state: 'written' })
  expect(await appStates(sms.id, api)).toEqual({
    ok: true,
    value: [
      { id: 'admin', name: 'Admin', on: false },
      { id: 'app', name: 'App', on: true },
      { id: 'web', name: 'Web', on: false },
    ],
  })
})

/** What can have been done is, and told as done. */
const isDone: Readonly<Record<FaultName, boolean>> = {
  busy: true,
  'busy-without-delay': true,
  broken: false,
  silent: true,
  reset: false,
  'reset-in-answer': true,
  html: true,
  truncated: true,
}

describe.each(faultNames)('%s', (fault) => {
  test.each<Step>(['apps', 'enabled'])('is asked again for %s', async (step) => {
    const { api } = await opened([{ step, fault }])
    expect((await appStates(sms.id, api)).ok).toBe(true)
  })

  test('switching is told as it is', async () => {
    const { api } = await opened([{ step: 'turn', fault }])
    const result = await turnApps(sms.id, [{ id: 'app', on: true }], api)
    expect(result.state).toBe(isDone[fault] ? 'written' : 'not-written')
    noCanary(result)
  })

  test('a connection is created once or not at all', async () => {
    const { api, fake } = await opened([{ step: 'create', fault }])
    const { twilio_sid, twilio_token, from } = sms.options as Readonly<Record<string, string>>
    const options = setupOptions({
      template: 'Your code is {{ code }}',
      syntax: 'liquid',
      length: 6,
      lifetime: 180,
      twilio: { accountSid: twilio_sid!, authToken: twilio_token! },
      from: { kind: 'sender', value: from! },
    })
    const result = await createConnection('sms-new', options, api)
    expect(result.state).toBe(isDone[fault] ? 'created' : 'not-created')
    const made = fake.connections.filter(({ name }) => name === 'sms-new')
    expect(made.map((one) => one.options)).toEqual(isDone[fault] ? [options] : [])
    if ('fault' in result) noCanary(result)
  })
})

test('a name that is taken, or a scope that is missing, is told', async () => {
  const { api } = await opened()
  expect(await createConnection('sms', {}, api)).toMatchObject({
    state: 'not-created',
    fault: { status: 409 },
  })
  const { api: less } = await tenant({ apps, scopes: ['read:connections', 'read:clients'] })
  expect(await turnApps(sms.id, [{ id: 'app', on: true }], less)).toMatchObject({
    state: 'not-written',
    fault: { scopes: ['update:connections'] },
  })
})
