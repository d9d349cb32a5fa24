import { domainNames } from '../language/domain.ts'
import { profiles } from '../profile/registry.ts'
import { rules } from '../rules/index.ts'
import { presets } from './presets.ts'

const levels = ['off', 'info', 'warn', 'error']

/** An object with these keys and values of one kind, checked in one place: a third of the compiled code. */
const keyed = (keys: Readonly<Record<string, string>>, values: object): object => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(keys).map(([key, description]) => [key, { description }]),
  ),
  patternProperties: { [`^(?:${Object.keys(keys).join('|')})$`]: values },
  additionalProperties: false,
})

/** The key `profile` of any file. */
export const profile: object = {
  type: 'string',
  enum: [...profiles.keys()],
  description: 'The kind of template; otherwise inferred from the file and its variables.',
}

/** What any file may say of templates. */
export const settings: Readonly<
  Record<'domain' | 'languages' | 'fallback' | 'segments' | 'rules', object>
> = {
  domain: {
    type: ['string', 'array'],
    description:
      'The values of the language variable for which templates must be right, or a list of exactly these; null is a missing header.',
    if: { type: 'string' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { enum: [...domainNames] },
    else: { minItems: 1, items: { type: ['string', 'null'] } },
  },
  languages: {
    type: 'array',
    minItems: 1,
    items: { type: 'string', minLength: 1 },
    description: 'The languages that must be served, as tags: en, nl, pt-BR.',
  },
  fallback: {
    type: 'string',
    minLength: 1,
    description: 'The language of the text for everybody else, as a tag.',
  },
  segments: {
    type: 'integer',
    minimum: 1,
    maximum: 99,
    description: 'The most segments that one message may take.',
  },
  rules: {
    ...keyed(Object.fromEntries(rules.map(({ name, summary }) => [name, summary])), {
      enum: levels,
    }),
    description: 'The level of each rule: off, info, warn or error.',
  },
}

/** `codeword.config.json` as JSON Schema 2020-12; published as schemas/codeword.config.schema.json. */
export const configSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Codeword configuration',
  description: 'What `codeword` is to know about the templates below the folder of this file.',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'Where this schema stands, for editors.' },
    extends: {
      enum: Object.keys(presets),
      description: 'The levels of rules to start from; strict is one level up.',
    },
    profile,
    ...settings,
    profiles: {
      ...keyed(Object.fromEntries([...profiles].map(([name, { title }]) => [name, title])), {
        type: 'object',
        properties: settings,
        additionalProperties: false,
      }),
      description: 'Settings for the templates of one profile, over those for all.',
    },
    overrides: {
      type: 'array',
      description: 'Settings for some files; of several that match, the later ones win.',
      items: {
        type: 'object',
        required: ['files'],
        properties: {
          files: {
            type: 'array',
            minItems: 1,
            items: { type: 'string', minLength: 1 },
            description: 'Patterns as in .gitignore, from the folder of this file.',
          },
          profile,
          ...settings,
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}
