import { ruleCases } from './cases.ts'

const rule = 'unsupported-syntax'

ruleCases(rule, [
  ...[
    ['capture', '{% capture a %}x{% endcapture %}{{ a }}{{ code }}'],
    ['echo', '{% echo code %}'],
    ['liquid', '{% liquid\n  assign a = code\n  echo a\n%}'],
    ['#', '{% # a remark %}{{ code }}'],
    ['render', "{% render 'x' %}{{ code }}"],
    ['break', '{% for i in (1..2) %}{% break %}{% endfor %}{{ code }}'],
  ].map(([name, source]) => ({
    name: name!,
    source: source!,
    at: [name!],
    says: 'nobody gets a message',
    severity: 'warning' as const,
  })),
  ...['squish', 'where', 'base64_encode', 'remove_last', 'json'].map((name) => ({
    name,
    source: `{{ code | ${name} }}`,
    at: [name],
    says: `\`${name}\` is not on the list of filters for Auth0 passwordless SMS`,
  })),
  {
    name: 'everything on the list',
    source:
      "{%- comment -%}x{%- endcomment -%}{% raw %}{{{% endraw %}{% assign a = code | append: '.' | strip %}{% case a %}{% when 'x' %}{% else %}{% endcase %}{% unless a %}{% elsif a %}{% else %}{% endunless %}{% for i in (1..2) %}{% cycle 'a', 'b' %}{% else %}{% endfor %}{% increment n %}{{ a | default: 'x' | upcase }}",
    at: [],
  },
  { name: 'a filter that nobody has', source: '{{ code | wombat }}', at: [] },
  { name: 'a tag that nobody has', source: '{% wombat %}{{ code }}', at: [] },
])
