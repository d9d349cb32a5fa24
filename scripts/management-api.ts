import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Takes what the fake of Auth0 is held to out of Auth0's own description of its Management API: which fields requests
 * and answers have, of which types and within which limits; no words.
 *
 *     node scripts/management-api.ts openapi.json     (https://auth0.com/docs/api/management/openapi.json, OpenAPI 3.1)
 */
const operations = [
  ['/connections', 'get'],
  ['/connections/{id}', 'get'],
  ['/connections/{id}', 'patch'],
  ['/connections/{id}/clients', 'get'],
  ['/connections/{id}/clients', 'patch'],
  ['/branding/phone/templates', 'get'],
  ['/branding/phone/templates', 'post'],
  ['/branding/phone/templates/{id}', 'patch'],
  ['/guardian/factors/phone/templates', 'get'],
  ['/guardian/factors/phone/templates', 'put'],
] as const

/** Keywords of JSON Schema that say something of values. */
const telling = new Set(
  '$ref type enum const format pattern minLength maxLength minimum maximum minItems maxItems minProperties maxProperties required properties additionalProperties items anyOf oneOf allOf nullable'.split(
    ' ',
  ),
)

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function told(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(told)
  if (!isObject(schema)) return schema
  const entries = Object.entries(schema).filter(([key]) => telling.has(key))
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === 'properties' && isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one)]))
        : told(value),
    ]),
  )
}

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('which file? node scripts/management-api.ts openapi.json')
const document = JSON.parse(readFileSync(file, 'utf8'))
const schemas: Record<string, unknown> = {}

function collect(value: unknown): void {
  if (Array.isArray(value)) value.forEach(collect)
  if (!isObject(value)) return
  const name = typeof value.$ref === 'string' ? value.$ref.split('/').at(-1)! : undefined
  if (name !== undefined && schemas[name] === undefined) {
    schemas[name] = told(document.components.schemas[name])
    collect(schemas[name])
  }
  Object.values(value).forEach(collect)
}

const jsonOf = (content: Json | undefined): unknown =>
  told((content?.['application/json'] as Json | undefined)?.schema)

const answers = operations.map(([path, method]) => {
  const { requestBody, responses } = document.paths[path][method]
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) as [
    string,
    Json,
  ]
  const request = jsonOf(requestBody?.content)
  const response = jsonOf(answer.content as Json)
  collect([request, response])
  return [`${method.toUpperCase()} ${path}`, { request, status: Number(status), response }]
})

writeFileSync(
  'packages/auth0/test/management-api.generated.json',
  `${JSON.stringify({ operations: Object.fromEntries(answers), components: { schemas } })}\n`,
)
