import { describe, expect, test } from 'vitest'
import type { Analysis, PropertyName } from '../../src/decide/analysis.ts'
import { compareTemplates } from '../../src/decide/compare/compare.ts'
import {
  type CheckOptions,
  type OpenTemplate,
  openSource,
  openTemplate,
  profileNamed,
} from '../../src/index.ts'

const opened = async (template: string, options: CheckOptions = {}): Promise<OpenTemplate> =>
  openTemplate((await openSource('otp.liquid', template))!.templates[0]!, options)

const analysisOf = async (template: string, options: CheckOptions = {}): Promise<Analysis> =>
  (await opened(template, options)).analysis()!

const property = ({ properties }: Analysis, name: PropertyName) =>
  properties.find((one) => one.name === name)!

const phone = { profile: profileNamed('auth0-phone')! }
const acme = { variables: { application: { name: 'Acme' } } }

/** A text that the schema calls a string may be anything, whatever its example is. */
describe('an input that may be anything', () => {
  test.each([
    ["{% if application.name == 'Acme' %}Code {{ code }}{% endif %}", 'Another'],
    ["{% if application.name == 'Other' %}Code {{ code }}{% endif %}", 'Acme'],
    ["{% unless application.name == 'Other' %}Code {{ code }}{% endunless %}", 'Other'],
    ["{% case application.name %}{% when 'A', 'B' %}Code {{ code }}{% endcase %}", 'Acme'],
    ["{% if application.name != '' %}Code {{ code }}{% endif %}", ''],
    ['{% if application.name %}Code {{ code }}{% endif %}', null],
    ['{% if application.name == nil %}{% else %}Code {{ code }}{% endif %}', null],
    [
      "{% assign brand = application.name %}{% if brand == 'A' %}Code {{ code }}{% endif %}",
      'Acme',
    ],
    [
      "{% assign brand = application.name | downcase %}{% if brand == 'a' %}Code {{ code }}{% endif %}",
      'Acme',
    ],
    [
      "{% assign brand = application.name | default: 'A' %}{% if brand == 'A' %}Code {{ code }}{% endif %}",
      'Acme',
    ],
  ])('%s', async (template, name) => {
    const empty = property(await analysisOf(template), 'never-empty')
    expect(empty).toMatchObject({
      status: 'broken',
      witness: { text: '', inputs: { 'application.name': name } },
    })
  })

  test.each([
    "{% if application.name == 'Acme' %}Acme {{ code }}{% else %}Code {{ code }}{% endif %}",
    '{% if application.name %}{{ application.name }}: {{ code }}{% else %}Code {{ code }}{% endif %}',
    "{% case application.name %}{% when 'A' %}A {{ code }}{% when 'B' %}B {{ code }}{% else %}C {{ code }}{% endcase %}",
    "{% assign brand = application.name | default: 'Acme' %}{{ brand }}: {{ code }}",
    "{% assign text = 'Code for ' | append: application.name | append: ': ' | append: code %}{{ text }}",
    "{{ code | prepend: 'Code: ' }}",
  ])('all is decided: %s', async (template) => {
    const { properties, complete } = await analysisOf(template)
    expect(properties.filter(({ status }) => status !== 'proved')).toEqual([])
    expect(complete).toBe(true)
  })

  test('each of its texts is a row of its own', async () => {
    const { outcomes } = await analysisOf(
      "{% if application.name == 'Pay' %}Pay {{ code }}{% else %}{{ application.name }} {{ code }}{% endif %}",
    )
    expect(outcomes.map(({ rendered, inputs }) => [rendered.text, inputs])).toEqual([
      ['Acme 123456', undefined],
      ['Pay 123456', { 'application.name': 'Pay' }],
    ])
  })

  test('the customer may lack what other customers have', async () => {
    const template = '{% if user.given_name %}Hi {{ user.given_name }}! {% endif %}Code {{ code }}'
    const analysis = await analysisOf(template, phone)
    expect(analysis.properties.filter(({ status }) => status !== 'proved')).toEqual([])
    expect(analysis.outcomes.map(({ inputs }) => inputs)).toContainEqual({
      'user.given_name': null,
    })
  })

  test.each([
    '{% if application.name contains "A" %}Code {{ code }}{% endif %}',
    '{% if application.name.size > 3 %}Code {{ code }}{% endif %}',
    "{% if application.name == 'a' %}{% assign x = 1 %}{% endif %}{% assign l = application.name | downcase %}{% if l == 'a' %}Code {{ code }}{% endif %}",
  ])('what is not told apart is not proved: %s', async (template) => {
    expect(property(await analysisOf(template), 'never-empty').status).not.toBe('proved')
  })

  test('many texts and many inputs end in less, not in a hang', async () => {
    const chain = Array.from({ length: 60 }, (_, i) => `{% when 'A${i}' %}A${i} {{ code }}`)
    const many = `{% case application.name %}${chain.join('')}{% else %}Code {{ code }}{% endcase %}`
    expect(property(await analysisOf(many), 'never-empty').status).toBe('proved')
    const names = ['name', 'nickname', 'given_name', 'family_name', 'email', 'city', 'country']
    const each = names.map((name) => `{% if user.${name} %}${name} {% endif %}`).join('')
    const { properties } = await analysisOf(`${each}{{ code }}`, phone)
    expect(properties.find(({ name }) => name === 'code-always')!.status).toBe('proved')
  })
})

describe('an input that is given', () => {
  const named = "{% if application.name == 'Acme' %}Code {{ code }}{% endif %}"

  test('is that and nothing else', async () => {
    const analysis = await analysisOf(named, acme)
    expect(analysis.properties.filter(({ status }) => status !== 'proved')).toEqual([])
    expect(analysis.outcomes.map(({ rendered }) => rendered.text)).toEqual(['Code 123456'])
    const other = { variables: { application: { name: 'Other' } } }
    expect(property(await analysisOf(named, other), 'never-empty').status).toBe('broken')
  })

  test('is not enumerated', async () => {
    const template =
      "{% if message_type == 'voice' %}{{ code }}, {{ code }}{% else %}Code {{ code }}{% endif %}"
    const options = { profile: profileNamed('auth0-mfa')! }
    const texts = async (more: CheckOptions): Promise<readonly string[]> =>
      (await analysisOf(template, { ...options, ...more })).outcomes.map(
        ({ rendered }) => rendered.text,
      )
    expect(await texts({})).toEqual(['Code 123456', '123456, 123456'])
    expect(await texts({ variables: { message_type: 'voice' } })).toEqual(['123456, 123456'])
  })

  test('is printed as it is given', async () => {
    const { outcomes } = await analysisOf('{{ application.name }} {{ code }}', {
      variables: { application: { name: 'Umbrella' } },
    })
    expect(outcomes.map(({ rendered }) => rendered.text)).toEqual(['Umbrella 123456'])
  })
})

test('a comparison tells the inputs apart that either template asks about', async () => {
  const [before, after] = await Promise.all([
    opened("{% if application.name == 'A' %}A {{ code }}{% else %}Code {{ code }}{% endif %}"),
    opened("{% if application.name == 'B' %}B {{ code }}{% else %}Code {{ code }}{% endif %}"),
  ])
  const { complete, changes } = compareTemplates(before.question, after.question)
  expect(complete).toBe(true)
  expect(changes.map(({ inputs, before, after }) => [inputs, before?.text, after?.text])).toEqual([
    [{ 'application.name': 'A' }, 'A 123456', 'Code 123456'],
    [{ 'application.name': 'B' }, 'Code 123456', 'B 123456'],
  ])
})
