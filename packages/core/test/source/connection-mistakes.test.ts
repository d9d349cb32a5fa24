import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { validators } from '../../src/source/connection.generated.ts'
import { connectionMistakes } from '../../src/source/connection-mistakes.ts'
import { connectionSchemas } from '../../src/source/connection-schema.ts'
import { mistakeLine } from '../../src/text/mistakes.ts'
import { email, sms } from './connections.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 200)

const told = (value: unknown): readonly string[] =>
  connectionMistakes(value).map((mistake) => `${mistake.severity} ${mistakeLine(mistake)}`)

describe('what Auth0 takes', () => {
  test.each<[string, unknown]>([
    ['an sms connection', sms()],
    ['an email connection', email()],
    ['unset Twilio fields', sms({ from: null, messaging_service_sid: null, twilio_sid: null })],
    ['an empty messaging service', sms({ messaging_service_sid: '' })],
    ['an option like one that is there', sms({ fromm: 'x' })],
    ['further options', sms({ authParams: 'x', anything: { goes: true } })],
    ['the bounds of totp', sms({ totp: { length: 40, time_step: 60 } })],
    ['keywords for texts', sms({ twilio_sid: '##SID##', gateway_url: 'https://##HOST##/sms' })],
    ['keywords for numbers', sms({ totp: { length: '@@LENGTH@@', time_step: '##STEP##' } })],
    ['keywords for booleans', sms({ disable_signup: '@@SIGNUP@@' })],
    ['a keyword for everything', sms({}, { options: '@@OPTIONS@@' })],
    ['a gateway', sms({ provider: 'sms_gateway', gateway_url: 'https://example.com/sms' })],
    ['a PATCH', { options: { template: '{{ code }}' } }],
    ['a keyword for the strategy', sms({}, { strategy: '##STRATEGY##' })],
    ['another strategy', { strategy: 'auth0', options: { totp: 1 } }],
    ['no connection', 'x'],
  ])('%s', (_, value) => {
    expect(told(value)).toEqual([])
  })
})

describe('what Auth0 refuses', () => {
  test.each<[unknown, readonly string[]]>([
    [sms({ totp: { length: 3 } }), ['error options.totp.length: must be at least 4']],
    [sms({ totp: { length: 41 } }), ['error options.totp.length: must be at most 40']],
    [
      sms({ totp: { length: 6.5 } }),
      ['error options.totp.length: must be an integer, not a number'],
    ],
    [sms({ totp: { time_step: 30 } }), ['error options.totp.time_step: must be at least 60']],
    [
      sms({ totp: { lenght: 6 } }),
      ['error options.totp.lenght: is not known here; did you mean length?'],
    ],
    [sms({ syntax: 'markdown' }), ['error options.syntax: must be one of liquid, md_with_macros']],
    [
      sms({ syntax: 'Liquid' }),
      ['error options.syntax: must be one of liquid, md_with_macros; did you mean liquid?'],
    ],
    [sms({ template: 5 }), ['error options.template: must be a string, not a number']],
    [
      sms({ disable_signup: 'yes' }),
      ['error options.disable_signup: must be a boolean, not a string'],
    ],
    [
      sms({ non_persistent_attrs: null }),
      ['error options.non_persistent_attrs: must be an array, not null'],
    ],
    [sms({}, { realms: ['a', 1] }), ['error realms[1]: must be a string, not a number']],
    [sms({}, { options: [] }), ['error options: must be an object, not an array']],
    [sms({}, { display_name: '' }), ['error display_name: must not be empty']],
    [
      sms({}, { metadata: { a: 'x'.repeat(256) } }),
      ['error metadata.a: must have at most 255 characters, has 256'],
    ],
    [sms({}, { strategy: 'SMS' }), ['error strategy: must be sms']],
    [email({ syntax: 'md_with_macros' }), ['error options.email.syntax: must be liquid']],
    [email({ text: 'x' }), ['error options.email.text: is not known here']],
  ])('%#', (value, expected) => {
    expect(told(value)).toEqual(expected)
  })
})

describe('what only its reference rules out', () => {
  test.each<[unknown, readonly string[]]>([
    [
      sms({ twilio_sid: 'ABC123' }),
      ['warning options.twilio_sid: must be an account SID, AC and 32 hexadecimal digits'],
    ],
    [
      sms({ gateway_url: 'http://example.com' }),
      ['warning options.gateway_url: must be an address that begins with https://'],
    ],
    [
      sms({ gateway_authentication: { method: 'bearer', audience: 'a' } }),
      ['warning options.gateway_authentication.secret: is missing'],
    ],
    [
      sms({ forward_req_info: 'true' }),
      ['warning options.forward_req_info: must be a boolean, not a string'],
    ],
    [
      sms({ totp: { length: '6' } }),
      ['warning options.totp.length: must be an integer, not a string'],
    ],
    [
      { strategy: 'sms', options: { twillio_sid: 'x' } },
      ["warning options.twillio_sid: is not in Auth0's reference; did you mean twilio_sid?"],
    ],
  ])('%#', (value, expected) => {
    expect(told(value)).toEqual(expected)
  })

  it('knows what a value in quotes was meant to be', () => {
    const value = sms({ forward_req_info: 'false', totp: { length: '6' } })
    expect(
      connectionMistakes(value)
        .map(({ meant }) => meant)
        .sort(),
    ).toEqual([6, false])
  })
})

test('a value that stands where a secret may stand is never repeated', () => {
  const secret = 'fake-secret-canary'
  const wrong = {
    twilio_token: [secret],
    twilio_sid: secret,
    messaging_service_sid: secret,
    gateway_authentication: { secret: { secret }, method: secret, audience: 1 },
    from: secret.repeat(20),
  }
  const lines = told(sms(wrong))
  expect(lines.length).toBeGreaterThan(4)
  expect(lines.join('\n')).not.toContain(secret)
})

describe('the compiled schemas', () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  const options = [
    'totp',
    'from',
    'syntax',
    'twilio_sid',
    'gateway_authentication',
    'disable_signup',
  ]
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({ length: fc.integer(), time_step: fc.integer() }, { requiredKeys: [] }),
    fc.constantFrom('liquid', `AC${'0'.repeat(32)}`),
  )
  const connection = fc.record({
    name: fc.oneof(fc.string(), fc.constant('sms')),
    strategy: fc.constantFrom('sms', 'email'),
    options: fc.dictionary(fc.constantFrom(...options), anything),
  })

  it.each(Object.keys(connectionSchemas))('say of %s what ajv says at run time', (strategy) => {
    const validate = ajv.compile(connectionSchemas[strategy]!)
    const places = (errors: unknown): readonly string[] =>
      ((errors ?? []) as { instancePath: string; schemaPath: string }[]).map(
        ({ instancePath, schemaPath }) => `${instancePath} ${schemaPath}`,
      )
    fc.assert(
      fc.property(connection, (value) => {
        const compiled = validators[strategy]!
        expect(compiled(value)).toBe(validate(value))
        expect(places(compiled.errors)).toEqual(places(validate.errors))
      }),
      { numRuns: runs },
    )
  })
})
