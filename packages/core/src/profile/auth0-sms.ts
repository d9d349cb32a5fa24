import { phoneFilters, phoneTags } from './auth0-liquid.ts'
import type { Profile } from './profile.ts'
import { closed, code, requestLanguage, text } from './variables.ts'

/**
 * The *Message* of a passwordless SMS connection (`options.template`).
 * Variables: the parameter table of `source`. Placeholders: `@@password@@` there, `@@code@@` and
 * `@@application.name@@` in https://auth0.com/docs/authenticate/passwordless/best-practices.
 */
export const auth0Sms: Profile = {
  name: 'auth0-sms',
  title: 'Auth0 passwordless SMS',
  source: 'https://auth0.com/docs/authenticate/passwordless/authentication-methods/sms-otp',
  languageVariable: 'request_language',
  resolvesLanguage: false,
  variables: closed('What a passwordless SMS may use', {
    password: code,
    code,
    phone_number: text("The customer's number in E.164", '+15005550006'),
    application: closed('The application that asks for the code', {
      name: text('Its name', 'Acme'),
    }),
    request_language: requestLanguage,
  }),
  codeVariables: ['password', 'code'],
  placeholders: { password: 'password', code: 'code', 'application.name': 'application.name' },
  tags: phoneTags,
  filters: phoneFilters,
  limits: {
    // ConnectionTemplateSMS in https://auth0.com/docs/api/management/v2/connections/patch-connections-by-id
    template: 5120,
    // https://www.twilio.com/docs/api/errors/21617
    message: 1600,
  },
  channel: 'sms',
  signs: { strategy: 'sms', variables: ['request_language', 'phone_number', 'password'] },
}
