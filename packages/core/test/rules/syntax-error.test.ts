import { describe, expect, test } from 'vitest'
import { tested } from './arms.ts'
import { ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'syntax-error'

ruleCases(rule, [
  {
    name: 'a tag without its end',
    source: "{% if request_language == 'fr' }Code: {{ code }}{% endif %}",
    at: ["{% if request_language == 'fr' }"],
    says: 'is never closed. End it with `%}`',
    severity: 'error',
  },
  {
    name: 'an output without its end',
    source: 'Code: {{ code }',
    at: ['{{ code }'],
    says: 'End it with `}}`',
  },
  {
    name: 'an output inside a tag',
    source: "{% if {{ request_language }} == 'fr' %}Code: {{ code }}{% endif %}",
    at: ['{% if '],
    says: 'has `{{` inside a tag',
  },
  {
    name: 'a block without its end',
    source: "{% if request_language == 'fr' %}Code: {{ code }}",
    at: ["{% if request_language == 'fr' %}"],
    says: 'this `if` is never closed. Write `{% endif %}`',
  },
  {
    name: 'a comment without its end',
    source: '{% comment %}Code: {{ code }}',
    at: ['{% comment %}'],
    says: '`{% endcomment %}`',
  },
  { name: 'a tag without a name', source: '{% %}{{ code }}', at: ['{% %}'], says: 'says nothing' },
  { name: 'an output of nothing', source: '{{ }}{{ code }}', at: ['{{ }}'], says: 'says nothing' },
  {
    name: 'an end of nothing',
    source: '{{ code }}{% endif %}',
    at: ['{% endif %}'],
    says: '`endif` closes nothing',
  },
  ...[
    ['else', '{% else %}', '`if`, `unless`, `case` and `for`'],
    ['elsif', '{% elsif code %}', '`if` and `unless`'],
    ['when', "{% when 'fr' %}", '`case`'],
  ].map(([name, tag, home]) => ({
    name: `${name} outside of its block`,
    source: `{{ code }}${tag}`,
    at: [tag!],
    says: `stands outside of ${home}`,
  })),
  {
    name: 'elsif after else',
    source:
      "{% if request_language == 'fr' %}A {{ code }}{% else %}B {{ code }}{% elsif request_language == 'nl' %}C {{ code }}{% endif %}",
    at: ["{% elsif request_language == 'nl' %}"],
    says: 'Put it before `else`',
  },
  {
    name: 'more than an end tag takes',
    source: '{% if request_language %}{{ code }}{% endif request_language %}',
    at: ['request_language'],
    says: '`endif` stands alone',
  },
  {
    name: 'parentheses',
    source: tested("(request_language == 'fr') or request_language == 'br'"),
    at: ["== 'fr') or request_language == 'br'"],
    says: 'Liquid has no parentheses',
  },
  {
    name: 'a comparison behind a filter',
    source: tested("request_language | downcase == 'fr'"),
    at: ["== 'fr'"],
    says: 'with `assign`',
  },
  {
    name: 'a filter without its colon',
    source: "{{ code | append '.' }}",
    at: ["'.'"],
    says: 'a `:` is missing',
  },
  {
    name: 'filter values without a comma',
    source: "{{ code | replace: 'a' 'b' }}",
    at: ["'b'"],
    says: 'a comma is missing',
  },
  {
    name: 'assign without =',
    source: "{% assign a 'x' %}{{ code }}",
    at: ["'x'"],
    says: 'wants a `=`',
  },
  {
    name: 'assign with ==',
    source: "{% assign a == 'x' %}{{ code }}",
    at: ["= 'x'"],
    says: 'not two',
  },
  {
    name: 'a loop without in',
    source: '{% for a of b %}{% endfor %}{{ code }}',
    at: ['a of b'],
    says: 'for name in list',
  },
  {
    name: 'right behind the cause of another finding',
    source: '@password@{{ code }',
    at: ['{{ code }'],
  },
  { name: 'a test of nothing', source: tested(''), at: ['{% if  %}'] },
  {
    name: 'each at its own place',
    source: "{{ }}{% if %}{{ code }}{% endif %}{{ code | append '.' }}{% endcase %}",
    at: ['{{ }}', '{% if %}', "'.'", '{% endcase %}'],
  },
  ...[
    ['unknown-tag', '{% elseif %}{{ code }}'],
    ['unknown-operator', tested("request_language = 'fr'")],
    ['smart-quotes', tested('request_language contains “fr”')],
    ['smart-quotes in an output', "{{ 'Code: ’ }}{{ code }}"],
    ['misspelt-placeholder', 'Code: {{ @@password@@ }}'],
    ['nobody', tested("request_language == 'fr'")],
  ].map(([owner, source]) => ({ name: `silent: ${owner} tells`, source: source!, at: [] })),
])

describe('the fix', () => {
  test.each([
    ['Code: {{ code }', 'Code: {{ code }}'],
    ['Code: {{ code', 'Code: {{ code }}'],
    ['{% if code }{{ code }}{% endif %}', '{% if code %}{{ code }}{% endif %}'],
    ['{% if code %{{ code }}{% endif %}', '{% if code %}{{ code }}{% endif %}'],
  ])('%s', async (source, text) => {
    expect(await fixed(rule, source)).toEqual({ text, safe: false })
  })
})
