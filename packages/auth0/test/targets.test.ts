import { describe, expect, test } from 'vitest'
import { type FaultName, faultNames, type Step } from '../src/fake/index.ts'
import { type Fields, faultText, planPush, pulledFrom, push, targetNamed } from '../src/index.ts'
import { noCanary, sms, tenant } from './tenant.ts'

const phone = {
  id: 'tem_0000000000000000000001',
  type: 'otp_verify',
  disabled: false,
  content: {
    syntax: 'liquid',
    from: '+15005550006',
    body: { text: 'Code {{ code }}', voice: '{{ code }}' },
  },
}

interface Place {
  readonly name: string
  /** The steps of a push: it is read, written, and read back. */
  readonly read: Step
  readonly write: Step
  readonly change: (fields: Fields) => Fields
  /** What the tenant has. */
  readonly held: (tenant: Awaited<ReturnType<typeof here>>['fake']) => Fields
}

const here = () => tenant({ phoneTemplates: [phone] })

const places: readonly Place[] = [
  {
    name: 'sms',
    read: 'get',
    write: 'patch',
    change: (fields) => ({ ...fields, template: 'New {{ code }}' }),
    held: ({ connections }) => connections[0]!.options,
  },
  {
    name: 'guardian/templates/sms',
    read: 'guardian',
    write: 'write-guardian',
    change: (fields) => ({ ...fields, verification_message: 'New {{ code }} or +15005550010' }),
    held: ({ tenant: { guardian } }) => guardian,
  },
  {
    name: 'phone-templates/otp_verify',
    read: 'templates',
    write: 'write-template',
    change: ({ content, ...rest }) => ({
      ...rest,
      content: { ...(content as Fields), body: { text: 'New {{ code }}', voice: '{{ code }}' } },
    }),
    held: ({ tenant: { phoneTemplates } }) => {
      const { disabled, content } = phoneTemplates[0]!
      return { disabled, content }
    },
  },
]

/** Whether a push says that it was written, by what goes wrong with the request that writes; it may say `unknown`. */
const onWrite: Readonly<Record<FaultName, readonly [state: string, isWritten: boolean]>> = {
  busy: ['written', true],
  'busy-without-delay': ['written', true],
  broken: ['not-written', false],
  silent: ['written', true],
  reset: ['not-written', false],
  'reset-in-answer': ['written', true],
  html: ['written', true],
  truncated: ['written', true],
}

describe.each(places)('$name', ({ name, read, write, change, held }) => {
  const opened = async (options: Parameters<typeof tenant>[0] = {}) => {
    const { api, fake } = await tenant({ phoneTemplates: [phone], ...options })
    const target = targetNamed(name, api)!
    const current = await target.read()
    if (!current.ok) throw new Error(faultText(current.fault))
    return { target, fake, current: current.value }
  }

  test('what is pulled holds no secret and is pushed back as it was', async () => {
    const { target, current, fake } = await opened()
    const pulled = pulledFrom(current, target)!
    noCanary(pulled, target.toFile(pulled.fields))
    expect(target.fromFile(JSON.parse(JSON.stringify(target.toFile(pulled.fields))))).toEqual(
      pulled.fields,
    )
    const same = planPush(current, pulled)
    expect(same).toMatchObject({ ok: true, changes: [] })
    const wanted = change(pulled.fields)
    const plan = planPush(current, { ...pulled, fields: wanted })
    if (!plan.ok) throw new Error(plan.refusal)
    expect(plan.changes).toHaveLength(1)
    expect(await push(target, current, plan.fields)).toEqual({ state: 'written' })
    expect(held(fake)).toEqual(plan.fields)
  })

  test.each(faultNames)('a request to write that is %s loses nothing', async (fault) => {
    const { target, current, fake } = await opened({ faults: [{ step: write, fault }] })
    const before = structuredClone(held(fake))
    const after = change(before)
    const result = await push(target, current, after)
    const [state, isWritten] = onWrite[fault]
    expect(result.state).toBe(state)
    expect(held(fake)).toEqual(isWritten ? after : before)
    expect(fake.asked[write]).toBe(fault.startsWith('busy') ? 2 : 1)
    noCanary(result)
    if ('fault' in result && result.fault) noCanary(faultText(result.fault))
  })

  test.each(faultNames)('is read again where it is %s', async (fault) => {
    const { current, fake } = await opened({ faults: [{ step: read, fault }] })
    expect(current.fields).toEqual(held(fake))
    expect(fake.asked[read]).toBe(2)
  })
})

test('a template that the tenant has not changed yet is created by the first push', async () => {
  const { id: _, ...own } = phone
  const { api, fake } = await tenant({ phoneTemplates: [own] })
  const target = targetNamed('phone-templates/otp_verify', api)!
  const current = await target.read()
  if (!current.ok) throw new Error('unread')
  const fields = { disabled: true, content: phone.content }
  expect(await push(target, current.value, fields)).toEqual({ state: 'written' })
  expect(fake.tenant.phoneTemplates).toEqual([{ ...phone, id: expect.any(String), disabled: true }])
})

test('what is not there is told by what is', async () => {
  const { api } = await tenant({ phoneTemplates: [phone] })
  expect(await targetNamed('phone-templates/blocked_account', api)!.read()).toMatchObject({
    fault: { status: 404, names: ['phone-templates/otp_verify'] },
  })
  expect(await targetNamed('sms-2', api)!.read()).toMatchObject({ fault: { names: [sms.name] } })
  for (const name of ['', '-sms', 'a b', 'phone-templates/', 'guardian/templates/voice'])
    expect(targetNamed(name, api)).toBeUndefined()
})
