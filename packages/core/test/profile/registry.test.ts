import { describe, expect, it, test } from 'vitest'
import { documented } from '../../src/profile/known-variable.ts'
import { inferProfile, profileNamed, profiles } from '../../src/profile/registry.ts'

describe('every profile', () => {
  const all = [...profiles.values()]

  it.each(all.map((profile) => [profile.name, profile] as const))('%s is consistent', (name, p) => {
    const variables = new Set(documented(p.variables))
    expect(profileNamed(name)).toBe(p)
    expect(variables).toContain(p.languageVariable)
    for (const code of p.codeVariables) expect(variables).toContain(code)
    for (const variable of Object.values(p.placeholders)) expect(variables).toContain(variable)
    for (const page of [p.source, p.tags.source, p.filters.source]) {
      expect(page).toMatch(/^https:\/\/auth0\.com\/docs\//)
    }
    for (const { names } of [p.tags, p.filters]) expect(new Set(names).size).toBe(names.length)
    expect(p.limits.template).toBeGreaterThan(0)
  })

  it('has a name of its own', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  })
})

describe('profileNamed', () => {
  it('knows no other names', () => {
    expect(profileNamed('auth0')).toBeUndefined()
    expect(profileNamed('__proto__')).toBeUndefined()
  })
})

describe('inferProfile', () => {
  test.each([
    ['nothing known', {}, [], 'auth0-sms'],
    ['variables of any template', {}, ['code', 'application.name'], 'auth0-sms'],
    ['variables of no template', {}, ['Code', 'brand'], 'auth0-sms'],
    ['request_language', {}, ['request_language', 'code'], 'auth0-sms'],
    ['the SMS password beside a locale', {}, ['password', 'locale'], 'auth0-sms'],
    ['a link', {}, ['request_language', 'link', 'code'], 'auth0-email'],
    ['locale', {}, ['locale', 'code'], 'auth0-phone'],
    ['a part of the user', {}, ['user.name', 'code'], 'auth0-phone'],
    ['message_type', {}, ['message_type', 'locale', 'code'], 'auth0-mfa'],
    ['tenant.friendly_name', {}, ['tenant.friendly_name', 'code'], 'auth0-mfa'],
    ['requestInfo', {}, ['requestInfo.lang', 'message_type'], 'auth0-mfa-classic'],
    ['an sms connection', { strategy: 'sms' }, ['locale'], 'auth0-sms'],
    ['an email connection', { strategy: 'email' }, ['code'], 'auth0-email'],
    ['the subject', { strategy: 'email', templateType: 'subject' }, [], 'auth0-email-header'],
    ['a phone template', { templateType: 'otp_verify' }, ['request_language'], 'auth0-phone'],
    ['a breach', { templateType: 'password_breach' }, [], 'auth0-phone-notice'],
    ['a blocked account', { templateType: 'blocked_account' }, [], 'auth0-phone-blocked'],
    ['Guardian', { templateType: 'enrollment_message' }, ['locale'], 'auth0-mfa'],
    [
      'Guardian in Classic Login',
      { templateType: 'verification_message' },
      ['requestInfo.lang'],
      'auth0-mfa-classic',
    ],
    ['another strategy', { strategy: 'auth0' }, [], 'auth0-sms'],
  ])('%s', (_, hints, variables, name) => {
    expect(inferProfile({ ...hints, variables: new Set(variables) }).name).toBe(name)
  })
})
