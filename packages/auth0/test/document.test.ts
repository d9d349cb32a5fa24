import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { overheard } from '../../twilio/test/overheard.ts'
import { fakeAuth0 } from '../src/fake/index.ts'
import {
  appStates,
  auth0Api,
  createConnection,
  liveTexts,
  planPush,
  pulledFrom,
  push,
  targetNamed,
  turnApps,
} from '../src/index.ts'
import { credentials, fakeOptions, sms } from './tenant.ts'

interface Operation {
  readonly request?: object
  readonly status: number
  readonly response?: object
}

/** What Auth0's own document says of requests and answers; see scripts/management-api.ts. */
const document = JSON.parse(
  readFileSync(new URL('management-api.generated.json', import.meta.url), 'utf8'),
) as { readonly operations: Readonly<Record<string, Operation>>; readonly components: object }

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
// Auth0's own names for what its own tools check.
for (const format of ['connection-realm', 'client-id']) ajv.addFormat(format, true)
/** A list with checkpoints is one with pages, too, as Auth0's document has it: which one it is, it does not say. */
ajv.addSchema({
  $id: 'auth0',
  components: JSON.parse(JSON.stringify(document.components).replaceAll('"oneOf"', '"anyOf"')),
})

const compiled = (schema: object): ValidateFunction =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"auth0#/components')))

/** `PATCH /connections/{id}` */
const operationOf = (method: string, path: string): string =>
  `${method} ${new URL(path, 'http://x').pathname
    .replace('/api/v2', '')
    .replace(/\/(?:con|tem)_\w+/, '/{id}')}`

/** Known to Auth0's document and not to this extract, which would be five times as long. */
const left = [
  'POST /oauth/token',
  'GET /clients',
  'GET /tenants/settings',
  'GET /branding/phone/providers',
  'POST /connections',
]

test("Auth0's client's requests and the fake's answers are what Auth0's own document says", async () => {
  const phone = {
    id: 'tem_0000000000000000000001',
    type: 'otp_verify',
    disabled: false,
    content: { syntax: 'liquid', from: '+15005550006', body: { text: 'A', voice: 'B' } },
  }
  const { id: _, ...own } = { ...phone, type: 'otp_enroll' }
  const fake = await fakeAuth0({ ...fakeOptions, phoneTemplates: [phone, own] })
  const { endpoint, heard } = await overheard(fake.address)
  const api = auth0Api(credentials, { endpoint })
  for (const name of [
    'sms',
    'guardian/templates/sms',
    'phone-templates/otp_verify',
    'phone-templates/otp_enroll',
  ]) {
    const target = targetNamed(name, api)!
    const read = await target.read()
    if (!read.ok) throw new Error(name)
    const plan = planPush(read.value, pulledFrom(read.value, target)!)
    if (!plan.ok) throw new Error(plan.refusal)
    expect(await push(target, read.value, plan.fields)).toEqual({ state: 'written' })
  }
  await appStates(sms.id, api)
  await turnApps(sms.id, [{ id: credentials.clientId, on: false }], api)
  await liveTexts(api)
  await createConnection('sms-new', sms.options, api)
  await fake.close()

  const seen = new Set<string>()
  const wrong: unknown[] = []
  for (const { method, path, sent, status, body } of heard) {
    const name = operationOf(method, path)
    seen.add(name)
    if (left.includes(name)) continue
    const { request, response, status: good } = document.operations[name]!
    expect([name, status]).toEqual([name, good])
    for (const [schema, text] of [
      [request, sent],
      [response, body],
    ] as const) {
      if (schema === undefined) continue
      const check = compiled(schema)
      if (!check(JSON.parse(text))) wrong.push([name, check.errors])
    }
  }
  expect(wrong).toEqual([])
  expect([...seen].sort()).toEqual([...Object.keys(document.operations), ...left].sort())
})
