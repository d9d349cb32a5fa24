import { profiles } from '../profile/registry.ts'

const text = {
  type: 'string',
  minLength: 1,
  maxLength: 5120,
  description:
    'What customers read: {code} stands for the code, {application.name} and so on for variables.',
}

/** `*.catalogue.yaml` as JSON Schema 2020-12; published as schemas/codeword-catalogue.schema.json. */
export const catalogueSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Codeword catalogue',
  description: 'One text for each language, which `codeword compose` makes a proven template of.',
  type: 'object',
  required: ['fallback', 'texts'],
  properties: {
    $schema: { type: 'string', description: 'Where this schema stands, for editors.' },
    template: {
      type: 'string',
      minLength: 1,
      description: 'The file that the template is written to, from the folder of this one.',
    },
    profile: { enum: [...profiles.keys()], description: 'The kind of template: auth0-sms.' },
    strategy: {
      enum: ['first', 'best'],
      description:
        'first: the first language that a customer names counts. best: the first one that has a text.',
    },
    placeholder: {
      enum: ['@@password@@', 'code'],
      description: 'How the template has the code: as @@password@@ or as {{ code }}.',
    },
    fallback: {
      type: 'string',
      minLength: 1,
      description: 'The language for everybody else; translations are made from its text.',
    },
    languages: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      minItems: 1,
      description: 'The languages that must be there.',
    },
    limits: {
      type: 'object',
      properties: { segments: { type: 'integer', minimum: 1, maximum: 99 } },
      additionalProperties: false,
      description: 'The most segments that one message may take.',
    },
    note: { type: 'string', description: 'For everybody who translates.' },
    texts: {
      type: 'object',
      minProperties: 1,
      description: 'By language tag: en, pt-BR, zh-Hant.',
      additionalProperties: {
        if: { type: 'string' },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: text,
        else: {
          type: 'object',
          required: ['text'],
          properties: {
            text,
            source: {
              type: 'string',
              pattern: '^[0-9a-f]{8}$',
              description:
                'the hash of the text that it was translated from; compose --stamp writes it',
            },
            note: { type: 'string', description: 'For who translates this one.' },
          },
          additionalProperties: false,
        },
      },
    },
  },
  additionalProperties: false,
}
