import { describe, expect, test } from 'vitest'
import { cased, tested } from './arms.ts'
import { byLanguage, ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'engine-divergence'
const doubled = (body: string): string =>
  `{% case request_language %}{% when 'fr' %}FR${body}{% when 'fr' %}BR${body}{% else %}EN${body}{% endcase %}`

ruleCases(rule, [
  {
    name: 'an open quote',
    source: tested("request_language contains 'fr"),
    at: ["'fr"],
    says: 'never closed',
    severity: 'warning',
  },
  {
    name: 'a value on one side of or',
    source: tested("request_language == 'fr' or"),
    at: ['or'],
    says: 'on one side only',
  },
  { name: 'in an output', source: '{{ code == }}', at: ['=='] },
  { name: 'not', source: tested("not request_language == 'fr'"), at: ['not'] },
  {
    name: 'a text that is a keyword',
    source: tested('request_language contains blank'),
    at: ['blank'],
  },
  {
    name: 'a negative length',
    source: '{{ code | slice: 0, -1 }}',
    at: ['-1'],
    says: 'LiquidJS 10.30',
  },
  { name: 'a negative start', source: '{{ code | slice: -2, 2 }}', at: ['-2'] },
  {
    name: 'a filter in a test',
    source: tested('application.name | first'),
    at: ['first'],
    says: 'Ruby Liquid ignores it',
  },
  {
    name: 'a value in two whens',
    source: `{{ code }} ${doubled('')}`,
    at: ["'fr'"],
    says: 'on LiquidJS before 10.2 only the first',
  },
  {
    name: 'a value in two whens that makes the code stand twice: code-repeated tells',
    source: doubled(' {{ code }}'),
    at: [],
  },
  {
    name: 'when after else',
    source: "{{ code }}{% case request_language %}{% else %}EN{% when 'fr' %}FR{% endcase %}",
    at: ["{% when 'fr' %}"],
    says: 'together with that of `else`',
  },
  {
    name: 'two elses in case',
    source:
      "{% case request_language %}{% when 'fr' %}FR {{ code }}{% else %}EN {{ code }}{% else %}DE {{ code }}{% endcase %}",
    at: ['{% else %}'],
    says: 'no customer gets this text',
  },
  {
    name: 'elsif after else in unless',
    source:
      "{% unless request_language == 'fr' %}EN {{ code }}{% else %}FR {{ code }}{% elsif request_language %}X{% endunless %}",
    at: ['{% elsif request_language %}'],
  },
  ...[
    ['constant-condition tells', tested('request_language contains')],
    ['constant-condition tells of the filter', tested("request_language contains 'fr' | downcase")],
    ['smart-quotes tells', tested("request_language contains 'fr’")],
    ['syntax-error tells', tested("request_language contains: 'fr'")],
    ['the same value twice in one when', cased("'fr', 'fr'")],
    ['a positive slice', '{{ code | slice: 0, 2 }}'],
    ['an ordinary test for nothing', tested("request_language == blank or request_language == ''")],
    ['the idiom', byLanguage({ fr: 'Votre code: {{ code }}' }, 'Your code: {{ code }}')],
  ].map(([name, source]) => ({ name: `silent: ${name}`, source: source!, at: [] })),
])

describe('the fix', () => {
  test('closes the quote', async () => {
    const source = tested("request_language contains 'fr")
    const text = tested("request_language contains 'fr'")
    expect(await fixed(rule, source)).toEqual({ text, safe: false })
  })
})
