import { emailFilters, emailTags } from './auth0-liquid.ts'
import type { Profile } from './profile.ts'
import {
  closed,
  code,
  customDomain,
  open,
  optionalText,
  organization,
  requestLanguage,
  text,
} from './variables.ts'

/**
 * The body of a passwordless email connection (`options.email.body`): the parameter table of `source`
 * and the general variables of the page that `tags` names.
 */
export const auth0Email: Profile = {
  name: 'auth0-email',
  title: 'Auth0 passwordless email',
  source: 'https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-otp',
  languageVariable: 'request_language',
  resolvesLanguage: false,
  variables: closed('What a passwordless email may use', {
    code,
    link: text('The sign-in link', 'https://example.com/passwordless/verify'),
    send: {
      type: 'string',
      description: 'What was asked for',
      enum: ['code', 'link', 'link_ios', 'link_android'],
      examples: ['code'],
    },
    operation: {
      type: ['string', 'null'],
      description: 'Set where a changed address is being verified',
      enum: ['change_email', null],
      examples: [null],
    },
    request_language: requestLanguage,
    application: open('The application that asks for the code', {
      name: text('Its name', 'Acme'),
      clientID: text('Its identifier', 'acme-client-id'),
      client_metadata: open('Key-value pairs set on the application'),
    }),
    connection: closed('The connection', { name: text('Its name', 'email') }),
    // The email page restricts `user` to its address in passwordless messages.
    user: closed('The customer', { email: text('The address', 'customer@example.com') }),
    tenant: text('The raw tenant name', 'acme'),
    friendly_name: text("The tenant's name for people", 'Acme'),
    support_email: text("The tenant's support address", 'support@example.com'),
    support_url: optionalText("The tenant's support page", 'https://example.com/support'),
    organization,
    custom_domain: customDomain,
  }),
  // A magic link carries the code, so a message with either serves the customer.
  codeVariables: ['code', 'link'],
  placeholders: {},
  tags: emailTags,
  filters: emailFilters,
  // ConnectionOptionsEmail in https://auth0.com/docs/api/management/v2/connections/patch-connections-by-id
  limits: { template: 20_480, message: Number.POSITIVE_INFINITY },
  channel: 'email',
  // A link stands in its text and in its address, beside the code.
  repeatsCode: true,
  signs: {
    strategy: 'email',
    templateTypes: ['body'],
    variables: ['link', 'send', 'operation'],
  },
}

/** `options.email.subject` and `options.email.from`: Liquid too, but the code is not their job. */
export const auth0EmailHeader: Profile = {
  ...auth0Email,
  name: 'auth0-email-header',
  title: 'Auth0 passwordless email, subject or sender',
  codeVariables: [],
  limits: { template: 1024, message: Number.POSITIVE_INFINITY },
  signs: { templateTypes: ['subject', 'from'] },
}
