const flag = { type: 'boolean' }

const syntax = {
  type: 'object',
  required: ['runsLiquid', 'replacesMacros'],
  properties: {
    runsLiquid: { type: 'boolean', description: 'Whether tags and outputs are run.' },
    replacesMacros: { type: 'boolean', description: 'Whether @@password@@ becomes the code.' },
    first: { enum: ['liquid', 'macros'], description: 'Which comes first, where both are.' },
  },
  additionalProperties: false,
}

/** `codeword.tenant.json` as JSON Schema 2020-12; published as schemas/codeword.tenant.schema.json. */
export const tenantSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Codeword tenant',
  description: 'What an Auth0 tenant was seen to do. Written by `codeword connection probe`.',
  type: 'object',
  required: ['version', 'tenant', 'connection', 'on'],
  properties: {
    $schema: { type: 'string', description: 'Where this schema stands, for editors.' },
    version: { const: 1 },
    tenant: { type: 'string', minLength: 1, description: 'Its domain.' },
    connection: { type: 'string', minLength: 1, description: 'The connection that was tried.' },
    on: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: 'a day: 2026-11-24' },
    requestLanguage: {
      type: 'object',
      description: 'What a template sees of the headers of a request.',
      properties: {
        'x-request-language': flag,
        'accept-language': flag,
        first: { ...flag, description: 'X-Request-Language wins over Accept-Language.' },
        empty: { ...flag, description: 'An empty X-Request-Language counts as sent.' },
        option: { ...flag, description: 'options.request_language wins over Accept-Language.' },
        none: { ...flag, description: 'No header at all is null.' },
      },
      additionalProperties: false,
    },
    syntax: {
      type: 'object',
      description: 'By options.syntax.',
      properties: { liquid: syntax, md_with_macros: syntax },
      additionalProperties: false,
    },
    trims: { type: 'boolean', description: 'White space at the ends of a text is taken away.' },
    texts: {
      type: 'object',
      required: ['compared', 'same'],
      properties: {
        compared: { type: 'integer', minimum: 0 },
        same: { type: 'integer', minimum: 0 },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}
