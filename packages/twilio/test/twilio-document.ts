import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

interface Schema {
  readonly [key: string]: unknown
  readonly nullable?: boolean
  readonly type?: string
}

/** Twilio's own description of its API: https://github.com/twilio/twilio-oai */
const documentOf = (name: string) => {
  const folder = '../../../node_modules/@twilio-alpha/mcp/twilio-oai/spec/json/'
  return JSON.parse(readFileSync(new URL(`${folder}${name}.json`, import.meta.url), 'utf8'))
}
export const document = documentOf('twilio_api_v2010')
const messaging = documentOf('twilio_messaging_v1')
const route = '/2010-04-01/Accounts/{AccountSid}/Messages.json'

/** OpenAPI 3.0 says `nullable`, JSON Schema `type: [..., null]`. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = value as Schema
  const entries = Object.entries(rest).map(([key, one]) => [key, asJsonSchema(one)])
  const schema = Object.fromEntries(entries)
  if (nullable !== true) return schema
  return { anyOf: [schema, { type: 'null' }] }
}

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false })
addFormats.default(ajv)
// What Twilio calls a URI is the path of one.
ajv.addFormat('uri', /^(?:https:\/\/[^\s/]+)?\/\S*$/)
// Twilio's own names for what its own tools check.
for (const format of [
  'phone-number',
  'date-time-rfc-2822',
  'http-method',
  'currency',
  'uri-map',
  'phone-number-capabilities',
])
  ajv.addFormat(format, true)
ajv.addSchema({ $id: 'twilio', components: asJsonSchema(document.components) })
ajv.addSchema({ $id: 'messaging', components: asJsonSchema(messaging.components) })

const compiled = (schema: unknown, within = 'twilio'): ValidateFunction =>
  ajv.compile(
    JSON.parse(
      JSON.stringify(asJsonSchema(schema)).replaceAll('"#/components', `"${within}#/components`),
    ),
  )

const { post, get } = document.paths[route]

/** What a request to send may hold. */
export const isCreate = compiled({
  ...post.requestBody.content['application/x-www-form-urlencoded'].schema,
  additionalProperties: false,
})
export const isMessage = compiled(post.responses['201'].content['application/json'].schema)
export const isList = compiled(get.responses['200'].content['application/json'].schema)
/** What one may ask a list for. */
export const listParameters: ReadonlySet<string> = new Set(
  get.parameters.map(({ name }: { readonly name: string }) => name),
)

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content: Content }>>
}
type Content = Readonly<Record<string, { readonly schema: unknown }>>

const answerTo = ({ get: asked }: { readonly get: Operation }): unknown =>
  asked.responses['200']!.content['application/json']!.schema

const { paths } = document
export const isAccount = compiled(answerTo(paths['/2010-04-01/Accounts/{Sid}.json']))
export const isNumbers = compiled(
  answerTo(paths['/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json']),
)
export const isService = compiled(answerTo(messaging.paths['/v1/Services/{Sid}']), 'messaging')
