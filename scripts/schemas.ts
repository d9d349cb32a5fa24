import { writeFile } from 'node:fs/promises'
import { dirname, posix } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build, type Rolldown } from 'vite'
import { catalogueSchema } from '../packages/core/src/catalogue/schema.ts'
import { configSchema } from '../packages/core/src/config/schema.ts'
import { tenantSchema } from '../packages/core/src/config/tenant-schema.ts'
import { fixtureSchema } from '../packages/core/src/fixture/schema.ts'
import { profiles } from '../packages/core/src/profile/registry.ts'
import { connectionSchemas } from '../packages/core/src/source/connection-schema.ts'
import { suppressionsSchema } from '../packages/core/src/suppressions/schema.ts'
import { outputSchemas } from './output-schemas.ts'

/** A file of compiled validators: its path from the root of the repository, its schemas by name. */
export interface Target {
  readonly file: string
  readonly schemas: Readonly<Record<string, object>>
}

const core = 'packages/core/src'

export const targets: readonly Target[] = [
  {
    file: `${core}/profile/variables.generated.ts`,
    schemas: Object.fromEntries([...profiles].map(([name, { variables }]) => [name, variables])),
  },
  { file: `${core}/source/connection.generated.ts`, schemas: connectionSchemas },
  { file: `${core}/config/config.generated.ts`, schemas: { config: configSchema } },
  { file: `${core}/config/tenant.generated.ts`, schemas: { tenant: tenantSchema } },
  {
    file: `${core}/suppressions/suppressions.generated.ts`,
    schemas: { suppressions: suppressionsSchema },
  },
  { file: `${core}/catalogue/catalogue.generated.ts`, schemas: { catalogue: catalogueSchema } },
  { file: `${core}/fixture/fixture.generated.ts`, schemas: { fixture: fixtureSchema } },
]

/** The schemas that come with the packages, for editors, by the path of their file. */
export const published: Readonly<Record<string, object>> = {
  'packages/core/schemas/codeword.config.schema.json': configSchema,
  'packages/core/schemas/codeword.tenant.schema.json': tenantSchema,
  'packages/core/schemas/codeword-suppressions.schema.json': suppressionsSchema,
  'packages/core/schemas/codeword-catalogue.schema.json': catalogueSchema,
  'packages/core/schemas/codeword-fixture.schema.json': fixtureSchema,
  // Editors know the older draft better, and SchemaStore asks for it.
  'packages/core/schemas/codeword-fixture.draft-07.schema.json': {
    ...fixtureSchema,
    $schema: 'http://json-schema.org/draft-07/schema#',
  },
  ...Object.fromEntries(
    Object.entries(outputSchemas).map(([command, schema]) => [
      `packages/core/schemas/codeword-${command}.schema.json`,
      schema,
    ]),
  ),
}

/** A published schema as its file holds it. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`

/**
 * Compiles schemas to plain functions, so that no schema library is loaded and no code is made at run
 * time: start-up is short, and a page may forbid `eval`. https://ajv.js.org/standalone.html
 *
 * @returns the text of a module that exports `validators` by the names of the schemas
 */
export async function validatorsModule({ file, schemas }: Target): Promise<string> {
  const distinct = [...new Set(Object.values(schemas))]
  const table = Object.entries(schemas).map(
    ([name, schema]) => `${JSON.stringify(name)}: compiled.validate${distinct.indexOf(schema)}`,
  )
  const code = await bundled({
    entry: `import * as compiled from 'ajv'; export const validators = { ${table.join(', ')} }`,
    ajv: compiled(distinct),
    // ajv's own carries its `require` call along as a text.
    'ajv/dist/runtime/ucs2length': 'exports.default = (text) => [...text].length',
  })
  const types = posix.relative(dirname(file), `${core}/text/mistakes.ts`)
  return [
    '// @ts-nocheck',
    '// Compiled from JSON Schemas by scripts/schemas.ts; do not edit.',
    `import type { Validator } from '${types}'`,
    code.replace(
      /export\s*\{\s*(\w+) as validators\s*\};?\s*$/,
      'export const validators: Readonly<Record<string, Validator>> = $1',
    ),
    '',
  ].join('\n')
}

/** ajv's code for the schemas: a module that exports validate0, validate1, … */
function compiled(schemas: readonly object[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    messages: false,
    code: { source: true, esm: true },
  })
  schemas.forEach((schema, index) => {
    ajv.addSchema(constraints(schema), `schema${index}`)
  })
  const names = schemas.map((_, index) => [`validate${index}`, `schema${index}`])
  return standalone.default(ajv, Object.fromEntries(names))
}

/** The schema without what is written for people, which ajv would carry along. */
function constraints(schema: object): object {
  const forPeople = (key: string, value: unknown): boolean =>
    (key === 'description' && typeof value === 'string') ||
    (key === 'examples' && Array.isArray(value))
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (forPeople(key, value) ? undefined : value)),
  )
}

/**
 * Makes one module of several, the first being the entry. ajv's own code still says `require`, even as
 * an ES module. https://github.com/ajv-validator/ajv/issues/2209
 */
async function bundled(modules: Readonly<Record<string, string>>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'in-memory',
        enforce: 'pre',
        resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
        load: (id) => modules[id.slice(1)],
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' },
    },
  })
  const [bundle] = [result].flat() as Rolldown.RolldownOutput[]
  return bundle!.output[0].code
}

if (process.argv[1] === import.meta.filename) {
  for (const target of targets) await writeFile(target.file, await validatorsModule(target))
  for (const [file, schema] of Object.entries(published)) await writeFile(file, schemaText(schema))
}
