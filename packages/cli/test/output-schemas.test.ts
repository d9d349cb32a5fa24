import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isCataloguePath } from '@codeword/core'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const all = globSync('fixtures/**/*.{liquid,json,yaml,tf}', { cwd: root })
  .filter((path) => !isCataloguePath(path))
  .sort()
const fixtures = all.filter((name) => !name.includes('.codeword.'))

/** The schemas allow keys that are added later; nothing but what they say is printed today. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.entries(schema).map(([key, value]) => [key, strict(value)])
  const closed = 'properties' in schema ? { additionalProperties: false } : {}
  return { ...Object.fromEntries(inner), ...closed }
}

const schemaOf = (command: string): ValidateFunction =>
  new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
    strict(
      JSON.parse(
        readFileSync(`${root}packages/core/schemas/codeword-${command}.schema.json`, 'utf8'),
      ),
    ) as object,
  )

/** Runs a command and holds what it prints against its schema. */
async function holds(
  command: string,
  args: readonly string[],
  cwd = root,
): Promise<{ readonly [key: string]: unknown }> {
  const { out, err } = await runHere([command, ...args, '--json'], { cwd })
  expect(err).toBe('')
  const printed = JSON.parse(out)
  const validate = schemaOf(command)
  validate(printed)
  expect(validate.errors ?? []).toEqual([])
  return printed
}

describe('what is printed as JSON keeps to the schema that is published', () => {
  test('lint, of all fixtures', async () => {
    const printed = await holds('lint', ['fixtures'])
    expect(printed.files).toHaveLength(all.length)
    const text = JSON.stringify(printed)
    for (const key of ['"proved":true', '"witness":', '"fixes":[{', '"profile":'])
      expect(text).toContain(key)
  })

  test('check, of all fixtures', async () => {
    const printed = await holds('check', fixtures)
    expect(printed.files).toHaveLength(fixtures.length)
    const text = JSON.stringify(printed)
    for (const key of ['"explanation":null', '"explanation":{', '"name":"options.template"'])
      expect(text).toContain(key)
  })

  test.each([
    ['fixtures/ok/two-languages.liquid'],
    ['fixtures/ok/guardian-voice.liquid'],
    ['fixtures/ok/phone-name.liquid'],
    ['fixtures/auth0-sample.liquid'],
    ['fixtures/broken/two-texts-at-once.liquid', '--strict'],
    [
      'fixtures/ok/two-languages.liquid',
      ...['--values', 'fixtures/requests.jsonl', '--price', '0.01', '--fallback', 'en'],
    ],
  ])('explain %s %s', async (...args) => {
    const printed = await holds('explain', args)
    expect(printed.properties).toHaveLength(8)
  })

  const blocks = ['fr', 'de', 'nl', 'es', 'it', 'pt', 'da', 'sv', 'fi', 'el', 'hu', 'cs']
    .map((tag) => `{% if request_language contains '${tag}' %}${tag}: {{ code }} {% endif %}`)
    .join('')
  const own = {
    'blocks.liquid': blocks,
    'fewer.liquid': blocks.replace('fr: ', 'FR: '),
    'order.liquid': '{% if request_language < "x" %}{{ code }}{% endif %}',
    'shown.liquid': 'Code: {{ code }} {{ request_language }}',
    'values.json': '["nl", null, ""]',
    'sms.json': JSON.stringify({
      strategy: 'sms',
      options: { template: 'Code: {{ code }}', request_language: 'fr' },
    }),
  }

  test.each([
    ['blocks.liquid', 'conflicts'],
    ['order.liquid', 'reason'],
    ['shown.liquid', 'outcomes'],
    ['sms.json', 'assumptions'],
  ])('explain %s, with %s', async (name, key) => {
    const printed = await holds('explain', [name], folderWith(own))
    expect(JSON.stringify(printed)).toContain(`"${key}":`)
  })

  test('explain and diff of listed values', async () => {
    const folder = folderWith(own)
    const listed = ['--domain', '@values.json']
    expect((await holds('explain', ['shown.liquid', ...listed], folder)).domain).toHaveLength(3)
    const both = ['blocks.liquid', 'shown.liquid']
    expect((await holds('diff', [...both, ...listed], folder)).domain).toHaveLength(3)
  })

  test.each([
    ['fixtures/ok/two-languages.liquid', 'fixtures/ok/two-languages-if.liquid'],
    ['fixtures/ok/guardian-voice.liquid', 'fixtures/ok/guardian-voice-more.liquid'],
    ['fixtures/broken/elseif.liquid', 'fixtures/auth0-sample.liquid'],
    ['fixtures/ok/plain-code.liquid', 'fixtures/ok/plain-placeholder.liquid'],
  ])('diff %s %s', async (before, after) => {
    await holds('diff', [before, after])
  })

  test('diff of texts in many messages', async () => {
    const printed = await holds('diff', ['blocks.liquid', 'fewer.liquid'], folderWith(own))
    expect(JSON.stringify(printed)).toContain('"part":')
  })

  test('mutate, with mutants that come to every end', async () => {
    const two = "{% if request_language contains 'fr' %}fr{% endif %} {{ code }}"
    const odd = "{% assign r = request_language | reverse %}{% if r == 'x' %}!{% endif %}{{ code }}"
    const cases = 'cases:\n  - name: any\n'
    const cwd = folderWith({
      'two.liquid': two,
      'odd.liquid': odd,
      'two.codeword.yaml': `template: two.liquid\n${cases}`,
      'odd.codeword.yaml': `template: odd.liquid\n${cases}`,
      'listed.codeword.yaml': `template: two.liquid\ndomain: [fr, null]\n${cases}`,
    })
    const printed = await holds('mutate', [], cwd)
    expect(printed.fixtures).toHaveLength(3)
    const text = JSON.stringify(printed)
    for (const key of ['"by":"any"', '"case":0', '"method":"listed"', '"reason":'])
      expect(text).toContain(key)
  })

  test.each(fixtures.filter((name) => /ok\/(?:[a-f].*|chinese)\.liquid$/.test(name)))(
    'render %s',
    async (name) => {
      await holds('render', [name, '--language', 'fr-FR'])
    },
  )
})
