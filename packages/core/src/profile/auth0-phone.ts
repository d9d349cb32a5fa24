import { phoneFilters, phoneTags } from './auth0-liquid.ts'
import type { Profile, VariableSchema } from './profile.ts'
import { closed, code, customDomain, open, optionalText, organization, text } from './variables.ts'

const user: VariableSchema = closed('The customer', {
  name: text('Full name', 'Alex Example'),
  nickname: text('Nickname', 'alex'),
  given_name: text('First name', 'Alex'),
  family_name: text('Last name', 'Example'),
  picture: text('Picture', 'https://example.com/alex.png'),
  login_count: { type: 'integer', description: 'Logins so far', examples: [1] },
  user_metadata: open('What the customer may change'),
  app_metadata: open('What only the application may change'),
  email_verified: { type: 'boolean', description: 'Whether the address is', examples: [true] },
  email: text('The address', 'customer@example.com'),
  phone_number: text('The number, with or without the +1 of the United States', '+15005550006'),
  phone_verified: { type: 'boolean', description: 'Whether the number is', examples: [true] },
  multifactor: open('The enrolled factors'),
  source_ip: text('Where the request came from', '192.0.2.1'),
  country: text('The country of that address', 'NL'),
  city: text('The city of that address', 'Amsterdam'),
})

const variables: Readonly<Record<string, VariableSchema>> = {
  tenant: text('The raw tenant name', 'acme'),
  friendly_name: text("The tenant's name for people", 'Acme'),
  support_email: text("The tenant's support address", 'support@example.com'),
  support_url: text("The tenant's support page", 'https://example.com/support'),
  logo_url: text("The tenant's logo", 'https://example.com/logo.png'),
  home_url: text("The tenant's home page", 'https://example.com'),
  region: text("The tenant's region", 'EU'),
  locale: optionalText('The language of the login page', 'en', null),
  connection: text('The name of the database connection', 'customers'),
  user,
  client: closed('The application', {
    name: text('Its name', 'Acme'),
    clientID: text('Its identifier', 'acme-client-id'),
    metadata: open('Key-value pairs set on the application'),
  }),
  application: open('The application', { name: text('Its name', 'Acme') }),
  organization,
  custom_domain: customDomain,
}

/** The text of a branding phone template that carries a code (`content.body.text`). */
export const auth0Phone: Profile = {
  name: 'auth0-phone',
  title: 'Auth0 phone template',
  source: phoneTags.source,
  languageVariable: 'locale',
  resolvesLanguage: true,
  variables: closed('What a phone template may use', { code, ...variables }),
  codeVariables: ['code'],
  placeholders: {},
  tags: phoneTags,
  filters: phoneFilters,
  limits: {
    // PhoneTemplateBody in https://auth0.com/docs/api/management/v2/branding/create-phone-template
    template: 20_000,
    // https://www.twilio.com/docs/api/errors/21617
    message: 1600,
  },
  channel: 'sms',
  signs: {
    templateTypes: ['otp_verify', 'otp_enroll', 'change_password'],
    variables: ['locale', 'friendly_name', 'user', 'client'],
  },
}

/** A warning may carry the code but serves the customer without it. */
export const auth0PhoneNotice: Profile = {
  ...auth0Phone,
  name: 'auth0-phone-notice',
  title: 'Auth0 phone template, warning',
  codeVariables: [],
  signs: { templateTypes: ['password_breach'] },
}

/** The one template that has no code at all, says `source`. */
export const auth0PhoneBlocked: Profile = {
  ...auth0PhoneNotice,
  name: 'auth0-phone-blocked',
  title: 'Auth0 phone template, blocked account',
  variables: closed('What the message to a blocked account may use', variables),
  signs: { templateTypes: ['blocked_account'] },
}
