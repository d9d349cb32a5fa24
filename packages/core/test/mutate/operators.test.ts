import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { OperatorName } from '../../src/mutate/mutant.ts'
import { mutantsOf } from '../../src/mutate/mutants.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { checkNegated, conditions } from './conditions.ts'

const textsOf = (source: string, ...operators: readonly OperatorName[]): readonly string[] =>
  mutantsOf(parse(source), auth0Sms)
    .filter(({ operator }) => operators.includes(operator))
    .map((mutant) => mutant.source)

const byLanguage = (test: string): string => `{% if ${test} %}a{% endif %}`

/** Operator, template, all that it makes of it. */
const table: readonly (readonly [OperatorName, string, readonly string[]])[] = [
  ['drop-placeholder', 'Code: @@password@@', ['Code: ']],
  [
    'drop-placeholder',
    '{{ code }} for {{ application.name }}',
    [' for {{ application.name }}', '{{ code }} for '],
  ],
  ['drop-placeholder', '{% raw %}{{ code }}{% endraw %}{% comment %}@@code@@{% endcomment %}', []],
  ['repeat-placeholder', 'Code: @@password@@.', ['Code: @@password@@ @@password@@.']],
  ['misspell-placeholder', '@@password@@', ['@@pssword@@']],
  ['misspell-placeholder', '{{ code | strip }}', ['{{ cde | strip }}']],
  ['misspell-placeholder', "{{ 'text' }}{{ a['b'] }}", []],
  [
    'drop-filter',
    '{{ code | strip | append: "." }}',
    ['{{ code | append: "." }}', '{{ code | strip }}'],
  ],
  [
    'drop-filter',
    '{% assign t = request_language|downcase %}',
    ['{% assign t = request_language %}'],
  ],
  ['swap-tag', byLanguage("request_language == 'fr'"), [byLanguage("request_language == 'en'")]],
  ['swap-tag', byLanguage("request_language == 'en'"), [byLanguage("request_language == 'de'")]],
  [
    'swap-tag',
    `{% case request_language %}{% when 'fr', "nl" %}a{% when 'de' %}b{% endcase %}`,
    [
      `{% case request_language %}{% when 'nl', "nl" %}a{% when 'de' %}b{% endcase %}`,
      `{% case request_language %}{% when 'fr', "de" %}a{% when 'de' %}b{% endcase %}`,
      `{% case request_language %}{% when 'fr', "nl" %}a{% when 'fr' %}b{% endcase %}`,
    ],
  ],
  ['swap-tag', byLanguage("application.name == 'fr'"), []],
  [
    'swap-tag',
    byLanguage("request_language == 'fr' or request_language == ''"),
    [byLanguage("request_language == 'en' or request_language == ''")],
  ],
  [
    'narrow-tag',
    byLanguage("request_language == 'pt'"),
    [byLanguage("request_language == 'pt-BR'")],
  ],
  [
    'narrow-tag',
    `{% assign t = request_language | downcase %}{% if t == 'fr' %}a{% endif %}`,
    [`{% assign t = request_language | downcase %}{% if t == 'fr-fr' %}a{% endif %}`],
  ],
  ['narrow-tag', byLanguage("request_language contains 'dutch'"), []],
  [
    'widen-tag',
    byLanguage("request_language == 'zh-Hant-TW'"),
    [byLanguage("request_language == 'zh'")],
  ],
  [
    'widen-tag',
    byLanguage("request_language == 'pt_BR'"),
    [byLanguage("request_language == 'pt'")],
  ],
  ['widen-tag', byLanguage("request_language == 'fr'"), []],
  ['equals-for-contains', byLanguage("x contains 'fr'"), [byLanguage("x == 'fr'")]],
  ['contains-for-equals', byLanguage("x=='fr'"), [byLanguage("x contains 'fr'")]],
  ['contains-for-equals', byLanguage('x == nil or x == 1'), []],
  [
    'negate-condition',
    byLanguage("x == 'a' or y and not z"),
    [byLanguage("x != 'a' and not y or z")],
  ],
  ['negate-condition', byLanguage("x contains 'a'"), [byLanguage("not x contains 'a'")]],
  [
    'negate-condition',
    '{% unless x %}a{% elsif y %}b{% endunless %}',
    [
      '{% unless not x %}a{% elsif y %}b{% endunless %}',
      '{% unless x %}a{% elsif not y %}b{% endunless %}',
    ],
  ],
  ['or-for-and', byLanguage('x and y'), [byLanguage('x or y')]],
  [
    'and-for-or',
    byLanguage('x or y or z'),
    [byLanguage('x and y or z'), byLanguage('x or y and z')],
  ],
  [
    'empty-arm',
    '{% if x %}a{% elsif y %} {% else %}b{% endif %}',
    [
      '{% if x %}{% elsif y %} {% else %}b{% endif %}',
      '{% if x %}a{% elsif y %} {% else %}{% endif %}',
    ],
  ],
  ['drop-else', '{% if x %}a{% else %}b{% endif %}', ['{% if x %}a{% endif %}']],
  [
    'drop-else',
    "{% case x %}{% when 'a' %}a{% else %}b{% endcase %}",
    ["{% case x %}{% when 'a' %}a{% endcase %}"],
  ],
  ['drop-else', '{% unless x %}a{% endunless %}', []],
  [
    'swap-arms',
    '{% if x %}a{% elsif y %}b{% else %} b {% endif %}',
    ['{% if x %}b{% elsif y %}a{% else %} b {% endif %}'],
  ],
  [
    'keep-whitespace',
    'a {%- if x %} b{% endif -%}\n',
    ['a {% if x %} b{% endif -%}\n', 'a {%- if x %} b{% endif %}\n'],
  ],
  ['keep-whitespace', '{% if x -%} {{- code }}{% endif %}', ['{% if x %} {{ code }}{% endif %}']],
  ['keep-whitespace', "{%- case x -%} {%- when 'a' -%}b{%- endcase -%}", []],
  [
    'keep-whitespace',
    'a {%- comment -%} b {%- endcomment -%} c',
    ['a {% comment -%} b {%- endcomment -%} c', 'a {%- comment -%} b {%- endcomment %} c'],
  ],
]

test.each(table)('%s of %s', (operator, source, expected) => {
  expect(textsOf(source, operator)).toEqual(expected)
})

test('a template that Liquid rejects, or without anything to change, has no mutants', () => {
  for (const source of ['{% if x %}{{ code }}', 'Hello', ''])
    expect(mutantsOf(parse(source), auth0Sms)).toEqual([])
})

test('the page names every kind, and each is tested', () => {
  const page = readFileSync(new URL('../../../../docs/mutation.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|/gm)].flatMap(([, names]) =>
    names!.replaceAll('`', '').split(', '),
  )
  const named = rows.filter((name) => name.includes('-'))
  expect([...new Set(table.map(([name]) => name))].sort()).toEqual(named.sort())
})

test.each(conditions)('a negated condition: %s', checkNegated)
