/** `codeword-suppressions.json` as JSON Schema 2020-12; published as schemas/codeword-suppressions.schema.json. */
export const suppressionsSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Codeword suppressions',
  description:
    'Findings of `codeword lint` that are known and accepted. Written by --suppress-all.',
  type: 'object',
  required: ['version', 'suppressions'],
  properties: {
    $schema: { type: 'string', description: 'Where this schema stands, for editors.' },
    version: { const: 1 },
    suppressions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'rule', 'fingerprint', 'count'],
        properties: {
          file: {
            type: 'string',
            minLength: 1,
            description: 'The path of the file from the folder of this one, with forward slashes.',
          },
          rule: { type: 'string', minLength: 1, description: 'The name of the rule.' },
          fingerprint: {
            type: 'string',
            pattern: '^[0-9a-f]{16}$',
            description: '16 hexadecimal digits',
          },
          count: {
            type: 'integer',
            minimum: 1,
            description: 'How many such findings the file has.',
          },
          reason: {
            type: 'string',
            minLength: 1,
            description: 'Why they are accepted, for reviewers.',
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}
