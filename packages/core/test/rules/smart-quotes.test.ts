import { describe, expect, test } from 'vitest'
import { cased, tested } from './arms.ts'
import { ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'smart-quotes'
const pairs = [
  '‘’',
  '“”',
  '‚‘',
  '„“',
  '«»',
  '‹›',
  '``',
  '´´',
  '′′',
  '″″',
  '＇＇',
  '＂＂',
  "'’",
  '‘"',
]

ruleCases(rule, [
  ...pairs.map(([open, close]) => ({
    name: `${open} ${close}`,
    source: tested(`request_language == ${open}fr${close}`),
    at: [`${open}fr${close}`],
    severity: 'error' as const,
  })),
  {
    name: 'single ones name a variable',
    source: tested('request_language contains ‘fr’'),
    at: ['‘fr’'],
    says: "no customer's language matches it",
  },
  {
    name: 'double ones are refused',
    source: tested('request_language contains “fr”'),
    at: ['“fr”'],
    says: 'nobody gets a message',
  },
  { name: 'in when', source: cased('‘fr’, ‘br’'), at: ['‘fr’', '‘br’'] },
  {
    name: 'in an output',
    source: '{{ code | append: ‘.’ }}',
    at: ['‘.’'],
  },
  {
    name: 'that keep an output open',
    source: "{{ 'Code: ’ }}{{ code }}",
    at: ["'Code: ’"],
    says: 'nobody gets a message',
  },
  {
    name: 'typography in the text of a message',
    source: '“Acme” – l’équipe: {{ code }}',
    at: [],
  },
  {
    name: 'typography between straight quotes',
    source: '{% assign name = "L’équipe “Acme”" %}{{ name }}: {{ code }}',
    at: [],
  },
  {
    name: 'typography in comments and raw text',
    source: '{% comment %}‘a’{% endcomment %}{% raw %}{{ ‘a’ }}{% endraw %}{{ code }}',
    at: [],
  },
])

describe('the fix', () => {
  test.each(pairs.map((pair) => [...pair] as [string, string]))('%s %s', async (open, close) => {
    const { text } = await fixed(rule, tested(`request_language == ${open}fr${close}`))
    expect(text).toMatch(/== (?:'fr'|"fr") %\}/)
  })

  test('takes a quote that does not stand in the text', async () => {
    const { text } = await fixed(rule, "{{ “l'équipe” }}{{ code }}")
    expect(text).toBe('{{ "l\'équipe" }}{{ code }}')
  })

  test('leaves an apostrophe alone', async () => {
    const { text } = await fixed(rule, '{{ ‘l’équipe’ }}{{ code }}')
    expect(text).toBe("{{ 'l’équipe' }}{{ code }}")
  })

  test.each([
    [tested('request_language == ‘fr’'), true],
    [tested("request_language == 'br' or request_language == ‘fr’"), true],
    [cased('‘fr’'), true],
    [tested('request_language contains “fr”'), true],
    [tested('request_language contains ‘fr’'), false],
    [tested('request_language != ‘fr’'), false],
    ['{% unless request_language == ‘fr’ %}{{ code }}{% endunless %}', false],
    ['{{ ‘Acme’ }}: {{ code }}', false],
  ])('%s: safe %s', async (source, safe) => {
    expect((await fixed(rule, source)).safe).toBe(safe)
  })
})
