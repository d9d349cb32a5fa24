import { describe, expect, test } from 'vitest'
import {
  type Analysis,
  compareTemplates,
  explainFormats,
  lintSource,
  type OpenTemplate,
  openSource,
  openTemplate,
} from '../../src/index.ts'

const tag =
  "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}"
/** Says nothing to who sends no header. */
const guarded = `{%- if request_language -%}${tag}{%- if tag == 'fr' -%}Votre code : {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}{%- endif -%}`
const always = `${tag}{%- if tag == 'fr' -%}Votre code : {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}`

const connection = (template: string, language?: unknown): string =>
  JSON.stringify({
    name: 'sms',
    strategy: 'sms',
    options: {
      syntax: 'liquid',
      template,
      ...(language !== undefined && { request_language: language }),
    },
  })

const sourceOf = async (template: string, language?: unknown) =>
  (await openSource('sms.json', connection(template, language)))!

const opened = async (template: string, language?: unknown): Promise<OpenTemplate> =>
  openTemplate((await sourceOf(template, language)).templates[0]!)

const statusOf = ({ properties }: Analysis, name: string): string =>
  properties.find((property) => property.name === name)!.status

const valuesIn = ({ outcomes }: Analysis): readonly (string | null)[] =>
  outcomes.flatMap(({ value, realistic }) => [value, ...realistic])

describe("a connection's own language", () => {
  test('leaves nobody without a language', async () => {
    const analysis = (await opened(guarded, 'en-US')).analysis()!
    for (const name of ['never-empty', 'code-always', 'right-language'])
      expect([name, statusOf(analysis, name)]).toEqual([name, 'proved'])
    expect(valuesIn(analysis)).not.toContain(null)
    expect(valuesIn(analysis)).toContain('en-US')
  })

  test.each([undefined, '', null, '##LANGUAGE##'])(
    'that is %j changes nothing',
    async (language) => {
      const analysis = (await opened(guarded, language)).analysis()!
      expect(statusOf(analysis, 'never-empty')).toBe('broken')
      expect(valuesIn(analysis)).toContain(null)
    },
  )

  test('makes a branch for a missing header one that nobody gets', async () => {
    const template = `{%- if request_language == nil -%}Hello, your code: {{ code }}{%- else -%}${always}{%- endif -%}`
    const rules = async (language?: string): Promise<readonly string[]> =>
      lintSource(await sourceOf(template, language)).diagnostics.map(({ rule }) => rule)
    expect(await rules('fr')).toContain('unreachable-branch')
    expect(await rules()).not.toContain('unreachable-branch')
  })

  test('is served although no grammar of headers has it', async () => {
    const template =
      "{%- if request_language == 'our language!' -%}Nothing{%- else -%}Your code: {{ code }}{%- endif -%}"
    const analysis = (await opened(template, 'our language!')).analysis()!
    const codeAlways = analysis.properties.find(({ name }) => name === 'code-always')!
    expect(codeAlways).toMatchObject({ status: 'broken', witness: { value: 'our language!' } })
    const without = (await opened(template)).analysis()!.properties
    expect(without.find(({ name }) => name === 'code-always')).toMatchObject({ status: 'proved' })
  })

  test('is an assumption that explain tells', async () => {
    const explained = async (format: 'text' | 'json', language?: string): Promise<string> => {
      const template = await opened(always, language)
      const write = await explainFormats[format]()
      const look = { paint: (_: unknown, text: string) => text, width: 200 }
      return write({ path: 'sms.json', opened: template, analysis: template.analysis()! }, look)
    }
    const text = await explained('text', 'fr')
    expect(text).toContain("who sends no X-Request-Language header counts as 'fr'")
    expect(text).toMatch(/French \(fr\), no header/)
    expect(JSON.parse(await explained('json', 'fr')).assumptions).toHaveLength(1)
    expect(JSON.parse(await explained('json'))).not.toHaveProperty('assumptions')
  })
})

describe('in a comparison', () => {
  const changes = async (before?: string, after?: string) => {
    const [old, young] = [await opened(always, before), await opened(always, after)]
    return compareTemplates(old.question, young.question)
  }

  test('another language changes the message of who sends no header', async () => {
    const difference = await changes('en', 'fr')
    expect(difference.complete).toBe(true)
    expect(
      difference.changes.map(({ value, before, after }) => [value, before?.text, after?.text]),
    ).toEqual([[null, 'Your code: 123456', 'Votre code : 123456']])
  })

  test('the same language changes nothing', async () => {
    expect(await changes('fr', 'fr')).toMatchObject({ changes: [], complete: true })
  })

  test('a first language changes the message of who sends no header', async () => {
    expect((await changes(undefined, 'fr')).changes.map(({ value }) => value)).toEqual([null])
  })
})
