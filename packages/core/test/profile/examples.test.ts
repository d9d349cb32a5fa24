import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { variableMistakes, withVariables } from '../../src/profile/examples.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { profileNamed, profiles } from '../../src/profile/registry.ts'
import { mistakeLine } from '../../src/text/mistakes.ts'

const sms = profileNamed('auth0-sms')!
const examples = (profile: Profile) => withVariables(profile, {})
const lines = async (profile: string, given: unknown): Promise<readonly string[]> =>
  (await variableMistakes(profileNamed(profile)!, given)).map(mistakeLine)

describe('examples', () => {
  it('gives the fake code, the fake number and Acme', () => {
    expect(examples(sms)).toEqual({
      password: '123456',
      code: '123456',
      phone_number: '+15005550006',
      application: { name: 'Acme' },
      request_language: 'en-US',
    })
  })

  it.each([...profiles.keys()])('of %s are what its own schema allows', async (name) => {
    expect(await lines(name, examples(profileNamed(name)!))).toEqual([])
  })
})

describe('withVariables', () => {
  it('replaces values and merges objects', () => {
    const given = { request_language: null, application: { name: 'Bakery' } }
    expect(withVariables(sms, given)).toEqual({ ...examples(sms), ...given })
  })

  it('keeps what is not overridden inside an object', () => {
    const phone = profileNamed('auth0-phone')!
    const { user } = withVariables(phone, { user: { name: 'Sam' } }) as { user: object }
    expect(user).toMatchObject({ name: 'Sam', email: 'customer@example.com' })
  })

  it('changes neither the examples nor any prototype', () => {
    const given = JSON.parse('{"__proto__": {"hacked": true}, "application": {"name": "X"}}')
    withVariables(sms, given)
    expect(examples(sms)).toMatchObject({ application: { name: 'Acme' } })
    expect(({} as Record<string, unknown>).hacked).toBeUndefined()
  })

  it('takes over every given value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (given) => {
        expect(withVariables(sms, given)).toMatchObject(given)
      }),
    )
  })
})

describe('variableMistakes', () => {
  it.each(['acme-sms', 'constructor'])('of the unknown profile %s is one line', async (name) => {
    const found = await variableMistakes({ ...sms, name }, { code: '654321' })
    expect(found.map(mistakeLine)).toEqual([`cannot be checked: there is no profile '${name}'`])
  })

  test.each<[string, string, unknown, readonly string[]]>([
    ['a good context', 'auth0-sms', { code: '654321', application: { name: 'Acme' } }, []],
    ['no context', 'auth0-sms', {}, []],
    ['a missing language', 'auth0-sms', { request_language: null }, []],
    ['a number', 'auth0-sms', { code: 123456 }, ['code: must be a string, not a number']],
    [
      'a null where a text belongs',
      'auth0-sms',
      { application: { name: null } },
      ['application.name: must be a string, not null'],
    ],
    [
      'a wrong language',
      'auth0-sms',
      { request_language: ['en'] },
      ['request_language: must be a string or null, not an array'],
    ],
    [
      'a misspelt key',
      'auth0-sms',
      { aplication: { name: 'Acme' } },
      ['aplication: is not known here; did you mean application?'],
    ],
    [
      'a misspelt inner key',
      'auth0-sms',
      { application: { Name: 'Acme', x: 1 } },
      [
        'application.Name: is not known here; did you mean name?',
        'application.x: is not known here',
      ],
    ],
    [
      'a value outside its list',
      'auth0-mfa',
      { message_type: 'SMS' },
      ['message_type: must be one of sms, voice; did you mean sms?'],
    ],
    [
      'the wrong type for a list of values',
      'auth0-mfa',
      { message_type: 5 },
      ['message_type: must be a string, not a number'],
    ],
    ['no object', 'auth0-sms', 'en', ['must be an object, not a string']],
    ['open data', 'auth0-phone', { user: { user_metadata: { any: [1] } } }, []],
    ['a key that needs quotes', 'auth0-sms', { 'a/b~c%': 1 }, ['["a/b~c%"]: is not known here']],
    [
      'the code where there is none',
      'auth0-phone-blocked',
      { code: '1' },
      ['code: is not known here'],
    ],
  ])('%s', async (_, profile, given, expected) => {
    expect(await lines(profile, given)).toEqual(expected)
  })
})
