import { phoneFilters, phoneTags } from './auth0-liquid.ts'
import type { Profile } from './profile.ts'
import { closed, code, customDomain, optionalText, text } from './variables.ts'

/**
 * Guardian's enrollment and verification messages, sent as SMS or read out.
 *
 * The attribute table of `source` says `tenant.friendlyName`; its own examples and the API's default
 * texts say `tenant.friendly_name`, so only that is listed. `pause` stands in the examples alone.
 */
export const auth0Mfa: Profile = {
  name: 'auth0-mfa',
  title: 'Auth0 multi-factor SMS and voice',
  source: 'https://auth0.com/docs/customize/customize-sms-or-voice-messages',
  languageVariable: 'locale',
  resolvesLanguage: true,
  variables: closed('What a multi-factor message may use', {
    message_type: {
      type: 'string',
      description: 'How the message reaches the customer',
      enum: ['sms', 'voice'],
      examples: ['sms'],
    },
    // Read out, it comes with dots between its digits.
    code,
    locale: optionalText('The language, in Universal Login and the MFA API', 'en', null),
    requestInfo: closed('The request, in Classic Login', {
      lang: optionalText('The Accept-Language header as it came', 'en-US,en', null),
    }),
    tenant: closed('The tenant', { friendly_name: text('Its name for people', 'Acme') }),
    pause: text('A pause in what is read out; nothing in an SMS', ''),
    custom_domain: customDomain,
  }),
  codeVariables: ['code'],
  placeholders: {},
  tags: phoneTags,
  filters: phoneFilters,
  // The API states no length: https://auth0.com/docs/api/management/v2/guardian/put-factor-phone-templates
  limits: { template: Number.POSITIVE_INFINITY, message: 1600 },
  channel: 'sms-and-voice',
  // What is read out says the code again.
  repeatsCode: { variable: 'message_type', value: 'voice' },
  signs: {
    templateTypes: ['enrollment_message', 'verification_message'],
    variables: ['message_type', 'pause', 'tenant.friendly_name'],
  },
}

/** The same messages where people log in through Classic Login, which has no `locale`. */
export const auth0MfaClassic: Profile = {
  ...auth0Mfa,
  name: 'auth0-mfa-classic',
  title: 'Auth0 multi-factor SMS and voice, Classic Login',
  languageVariable: 'requestInfo.lang',
  resolvesLanguage: false,
  signs: {
    templateTypes: ['enrollment_message', 'verification_message'],
    variables: ['requestInfo'],
  },
}
