import { expect, test } from 'vitest'
import { documented, knownVariable } from '../../src/profile/known-variable.ts'
import { profileNamed, profiles } from '../../src/profile/registry.ts'

test.each([
  ['auth0-sms', 'code'],
  ['auth0-sms', 'application'],
  ['auth0-sms', 'application.name'],
  ['auth0-sms', 'code.size'],
  ['auth0-email', 'application.client_metadata.brand'],
  ['auth0-phone', 'user.user_metadata.lang'],
  ['auth0-mfa-classic', 'requestInfo.lang'],
])('%s knows %s', (profile, path) => {
  expect(knownVariable(profileNamed(profile)!, path)).toEqual({ known: true })
})

test.each([
  ['auth0-sms', 'Code', 'code'],
  ['auth0-sms', 'passwort', 'password'],
  ['auth0-sms', 'requestLanguage', 'request_language'],
  ['auth0-sms', 'request_lang', 'request_language'],
  ['auth0-sms', 'locale', 'request_language'],
  ['auth0-sms', 'requestInfo.lang', 'request_language'],
  ['auth0-phone', 'request_language', 'locale'],
  ['auth0-sms', 'application.nam', 'application.name'],
  ['auth0-sms', 'aplication.name', 'application.name'],
  ['auth0-mfa', 'tenant.friendlyName', 'tenant.friendly_name'],
  ['auth0-sms', 'user.name', undefined],
  ['auth0-sms', 'constructor', undefined],
  ['auth0-sms', '__proto__.x', undefined],
  ['auth0-sms', '', undefined],
])('%s does not know %s and suggests %s', (profile, path, suggestion) => {
  const expected = suggestion === undefined ? { known: false } : { known: false, suggestion }
  expect(knownVariable(profileNamed(profile)!, path)).toEqual(expected)
})

test('every documented variable is known', () => {
  for (const profile of profiles.values()) {
    const unknown = [...documented(profile.variables)].filter(
      (path) => !knownVariable(profile, path).known,
    )
    expect(unknown).toEqual([])
  }
})
