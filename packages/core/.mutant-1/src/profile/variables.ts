import type { VariableSchema } from './profile.ts'

/** A text; the first example stands for it in previews. */
export const text = (description: string, ...examples: readonly string[]): VariableSchema => ({
  type: 'string',
  description,
  examples,
})

/** A text that may be missing; `null` is the value then. */
export const optionalText = (
  description: string,
  ...examples: readonly (string | null)[]
): VariableSchema => ({ type: ['string', 'null'], description, examples })

/** An object with the listed properties and no others. */
export const closed = (
  description: string,
  properties: Readonly<Record<string, VariableSchema>>,
): VariableSchema => ({ type: 'object', description, properties, additionalProperties: false })

/** An object whose other properties are the customer's own or not listed by the vendor. */
export const open = (
  description: string,
  properties: Readonly<Record<string, VariableSchema>> = {},
): VariableSchema => ({ type: 'object', description, properties })

/** The code as Auth0 makes it: digits, their number set by `totp.length`. Always a fake one here. */
export const code: VariableSchema = text('The one-time code', '123456')

export const requestLanguage: VariableSchema = optionalText(
  'The requested language: a header value as it came, null where no header brought one',
  'en-US',
  null,
)

export const customDomain: VariableSchema = closed('The custom domain of the request', {
  domain: text('Its name', 'login.example.com'),
  domain_metadata: open('Key-value pairs set on the custom domain'),
})

export const organization: VariableSchema = closed(
  'The organization through which somebody logs in; only then it is there',
  {
    id: text('Its identifier', 'org_0000000000000000'),
    name: text('Its name', 'acme'),
    display_name: text('Its name for people', 'Acme'),
    metadata: open('Key-value pairs set on the organization'),
    branding: closed('How it looks', {
      logo_url: text('Its logo', 'https://example.com/logo.png'),
      colors: closed('Its colours', {
        primary: text('Main colour', '#0059d6'),
        page_background: text('Background colour', '#ffffff'),
      }),
    }),
  },
)
