import { afterAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/render/compile.ts'
import { cpuClock } from '../cpu.ts'

/** CPU time: far above what each takes (see the printed worst case), far below a hang. */
const milliseconds = 5_000

/** Assigns `a` the text 'x' and passes it `times` times through a filter chain. */
const repeat = (times: number, chain: string, seed = "'x'"): string =>
  `{% assign a = ${seed} %}{% for i in (1..${times}) %}{% assign a = a | ${chain} %}{% endfor %}`
const list = "'x' | split: ','"

/** What becomes of it: the kind of failure with words of its message, or `=` and how its text begins. */
const cases: readonly (readonly [name: string, source: string, fate: string])[] = [
  ['a range of 1e9', '{% for i in (1..1000000000) %}x{% endfor %}', 'limit: elements'],
  ['a range of 1e9, assigned', '{% assign a = (1..1000000000) %}{{ a | size }}', 'limit: elements'],
  [
    'a range of 1e9, captured',
    '{% capture a %}{{ (1..1000000000) }}{% endcapture %}',
    'limit: elements',
  ],
  ['a range of 1e308', '{{ (1..1e308) | first }}{{ (-1e308..1) }}', '='],
  ['a range where 1 is nothing', '{{ (9007199254740992..9007199254740996) }}', 'limit: range'],
  ['such a range of texts', "{% assign a = '-99999999999999999999' %}{{ (a..a) }}", 'limit: range'],
  ['a range to infinity', '{% assign a = 1 | divided_by: 0 %}{{ (1..a) }}', 'limit: range'],
  ['a tablerow of 1e9', '{% tablerow i in (1..1000000000) %}x{% endtablerow %}', 'limit: elements'],
  [
    'a tablerow with odd columns',
    '{% tablerow i in (1..900) cols:0.001 %}{% endtablerow %}',
    '=<tr',
  ],
  ['a large range, searched', "{% if (1..1900000) contains 'x' %}{% endif %}", 'limit: steps'],
  [
    'large ranges, compared',
    '{% case (1..900000) %}{% when (1..900000) %}{% endcase %}',
    'limit: steps',
  ],
  ['a large range, filtered', "{{ (1..900000) | where_exp: 'x', 'x == 1' }}", 'limit: steps'],
  ['a large range, mapped', "{{ (1..900000) | map: 'a.b.c.d.e.f' }}", 'limit: steps'],
  [
    'three loops of 1,000',
    '{% for i in (1..1000) %}'.repeat(3) + '{% endfor %}'.repeat(3),
    'limit: steps',
  ],
  [
    'loops that print',
    '{% for i in (1..900) %}'.repeat(2) + 'x'.repeat(99) + '{% endfor %}'.repeat(2),
    'limit: grows beyond',
  ],
  [
    'a loop over 50 kB of cycle',
    `{% for i in (1..9999) %}{% cycle '${'x'.repeat(50_000)}', '' %}{% endfor %}`,
    'limit: grows beyond',
  ],
  [
    'a loop over cycle candidates',
    `{% for i in (1..99999) %}{% cycle ${"'',".repeat(30_000)} '' %}{% endfor %}`,
    'limit: elements',
  ],
  [
    'a loop over 15,000 operands',
    `{% for i in (1..9999) %}{% if ${'a and '.repeat(15_000)}a %}{% endif %}{% endfor %}`,
    'limit: steps',
  ],
  [
    'a giant output',
    `{% for i in (1..99999) %}${'x'.repeat(99)}{% endfor %}`,
    'limit: grows beyond',
  ],
  ['replace, growing', `${repeat(50, "replace: 'x', 'xxxxxxxxxx'")}{{ a }}`, 'limit: elements'],
  [
    'replace of nothing',
    `${repeat(50, "replace: '', 'xx' | append: 'x'")}{{ a }}`,
    'limit: elements',
  ],
  ['append to itself', `${repeat(50, 'append: a')}{{ a }}`, 'limit: elements'],
  ['join, growing', `{{ (1..90000) | join: '${'x'.repeat(99)}' }}`, 'limit: elements'],
  ['base64, growing', repeat(90, 'base64_encode'), 'limit: elements'],
  ['url_encode, growing', repeat(90_000, 'url_encode', "'é'"), 'limit: elements'],
  [
    'capture, growing',
    '{% capture a %}x{% endcapture %}{% for i in (1..50) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}',
    'limit: grows beyond',
  ],
  ['an array in itself', `${repeat(60, 'push: a', list)}{{ a }}`, 'limit: elements'],
  [
    'an array in itself, compared',
    `${repeat(40, 'push: a', list)}{% if a == a %}{% endif %}`,
    'limit: elements',
  ],
  [
    'an array in itself, as JSON',
    `${repeat(40, 'unshift: a', list)}{{ a | json }}`,
    'limit: elements',
  ],
  ['an array, doubled', `${repeat(60, 'concat: a', list)}{{ a }}`, 'limit: elements'],
  [
    'groups of groups',
    `${repeat(60, "concat: a | group_by: 'x'", list)}{{ a | json }}`,
    'limit: elements',
  ],
  [
    'one long text many times',
    `${repeat(16, 'append: a')}{% assign a = a | split: ',' %}{% for i in (1..11) %}{% assign a = a | concat: a %}{% endfor %}{{ a | upcase }}`,
    'limit: elements',
  ],
  [
    'deep JSON, indented',
    `{% assign e = '' | split: ',' %}{% assign a = e %}{% for i in (1..3000) %}{% assign a = e | push: a %}{% endfor %}{{ a | json: 10 }}`,
    'limit: elements',
  ],
  [
    'deep JSON, inspected',
    `{% assign e = '' | split: ',' %}{% assign a = e %}{% for i in (1..900) %}{% assign a = e | push: a | group_by: 'x' %}{% endfor %}{{ a | inspect }}`,
    'limit: elements',
  ],
  [
    'a search from the end',
    `{% capture a %}{% for i in (1..9000) %}xxxxxxxxxxxxxxxxxxxx{% endfor %}{% endcapture %}{% assign b = a | slice: 0, 90000 | append: 'y' %}{{ a | remove_last: b }}`,
    'limit: elements',
  ],
  [
    'a search from the start',
    `{% capture a %}{% for i in (1..9000) %}xxxxxxxxxxxxxxxxxxxx{% endfor %}{% endcapture %}{% assign b = a | slice: 0, 90000 | prepend: 'y' %}{% for i in (1..3) %}{{ a | remove: b | size }}{% if a contains b %}{% endif %}{% endfor %}`,
    '=180000',
  ],
  [
    'a date in 16,000 conversions',
    `${repeat(14, 'append: a', "'%A'")}{{ 'now' | date: a }}`,
    'limit: elements',
  ],
  ['a date of great width', "{{ 'now' | date: '%1000000000Y' }}", 'limit: elements'],
  ['nanoseconds of great width', "{{ 'now' | date: '%1000000000N' }}", 'limit: elements'],
  ['strip_html on <', `{{ '${'<'.repeat(90_000)}' | strip_html | size }}`, '=90000'],
  ['strip_html on <script', `{{ '${'<script'.repeat(12_000)}' | strip_html | size }}`, '=84000'],
  [
    'numbers out of range',
    '{{ 1e308 | times: 1e308 }}{{ 1 | divided_by: 0 }}{{ 1 | modulo: 0 }}{{ 1.5 | round: 1000000000 }}',
    '=',
  ],
  [
    'slices out of range',
    "{{ 'abc' | slice: -1000000000, 1000000000 }}{{ 'abc' | truncate: 1000000000 }}",
    '=abc',
  ],
  [
    'increment __proto__',
    '{% increment __proto__ %}{% increment __proto__ %}{% decrement constructor %}',
    '=01-1',
  ],
  [
    'prototype reads',
    "{{ x.__proto__ }}{{ x.constructor }}{{ 'a'.constructor.constructor }}{{ __proto__ }}{{ x.toString }}{{ x['valueOf'] }}",
    '=',
  ],
  [
    'prototype filters',
    "{{ 'a' | constructor }}{{ 'b' | __proto__: 1 }}{{ 'c' | map: '__proto__' }}",
    '=ab',
  ],
  ['prototype tags', '{% __proto__ %}', 'syntax'],
  ['more prototype tags', '{% constructor %}', 'syntax'],
  ['prototype files', "{% include 'constructor' %}", 'render'],
  ['a file', "{% include '/etc/passwd' %}", 'render'],
  ['a file further up', "{% render '../../../package.json' %}", 'render'],
  ['a file named by a variable', '{% include request_language %}', 'render'],
  ['a file that is none', '{% include 5 %}', 'render'],
  ['a layout', "{% layout 'x' %}a", 'render'],
  ['a broken file name', "{% layout '{{' %}a", 'syntax'],
  [
    '20,000 ifs',
    '{% if true %}'.repeat(20_000) + '{% endif %}'.repeat(20_000),
    'limit: 100,000 characters',
  ],
  ['3,000 ifs', '{% if true %}'.repeat(3_000) + '{% endif %}'.repeat(3_000), 'limit: 1,000 deep'],
  ['999 ifs', `${'{% if true %}'.repeat(999)}x${'{% endif %}'.repeat(999)}`, '=x'],
  ['999 loops', `${'{% for i in (1..1) %}'.repeat(999)}x${'{% endfor %}'.repeat(999)}`, '=x'],
  ['4,000 captures', '{% capture a %}'.repeat(4_000), 'limit: 1,000 deep'],
  ['6,000 comments', '{% comment %}'.repeat(6_000), 'syntax'],
  ['liquid in liquid', `{% ${'liquid '.repeat(14_000)}%}`, 'limit: too deeply'],
  ['ifs in liquid', `{% liquid\n${'if a\n'.repeat(14_000)}%}`, 'limit: tags'],
  ['9,000 lines of liquid', `{% liquid\n${'echo 1\n'.repeat(9_000)}%}`, '=111'],
  ['parentheses', `{{ ${'('.repeat(99_000)} }}`, 'limit: expressions'],
  ['brackets', `{{ a${'[a'.repeat(49_000)} }}`, 'limit: expressions'],
  ['closed brackets', `{{ a${'[a'.repeat(900)}${']'.repeat(900)} }}`, '='],
  ['7,500 elsifs', `{% if a %}${'{% elsif a %}'.repeat(7_500)}{% endif %}`, '='],
  ['19,000 values of when', `{% case a %}{% when ${'1, '.repeat(19_000)}2 %}{% endcase %}`, '='],
  ['16,000 operands', `{% if ${'a and '.repeat(16_000)}a %}{% endif %}`, '='],
  ['11,000 filters', `{{ a ${'| upcase '.repeat(11_000)}}}`, '='],
  ['9,999 outputs', '{{a}}'.repeat(9_999), '='],
  ['25,000 outputs', '{{}}'.repeat(25_000), 'limit: tags'],
  ['8,000 placeholders', '@@password@@'.repeat(8_000), '=123456123456'],
  ['half a placeholder, often', '@@password@'.repeat(9_000), '=123456@password@123456'],
  ['a comment of 99,000 lines', `{% # a${'\n'.repeat(99_000)}# %}`, '='],
  ['99,000 blanks to trim', `${' '.repeat(99_000)}{{- a -}} b`, '=b'],
  ['4,900 trimming tags', '{%- # -%} '.repeat(4_900), '='],
  ['unclosed tags', '{% if a'.repeat(14_000), 'syntax'],
  ['unclosed outputs', '{{'.repeat(50_000), 'syntax'],
  ['unclosed raw', `{% raw %}${'{% endraw '.repeat(9_000)}`, 'syntax'],
  ['an unclosed quote', `{{ '${"\\'".repeat(45_000)} }}`, 'syntax'],
  ['an error behind 99,000 lines', `${'\n'.repeat(99_000)}{% x %}`, 'syntax'],
  ['100,001 characters', 'x'.repeat(100_001), 'limit: 100,000 characters'],
  ['a gigabyte', 'x'.repeat(2 ** 28), 'limit: 100,000 characters'],
  ['NUL, lone surrogates, RLO', '\0\uD800{{ a }}\uDFFF\u202E', '=\0\uD800\uDFFF\u202E'],
  ['broken percent signs', "{{ '%' | url_decode }}", 'render'],
  ['a zone that is none', "{{ 'now' | date: '%Y', 'Nowhere/City' }}", 'render'],
  ['a value that cannot be printed', '{{ bare }}', 'render'],
  ['arguments that are no pairs', '{{ a | default: 1, 5 }}', '='],
]

let worst: { name: string; time: number } = { name: '', time: 0 }

describe(`${cases.length} hostile templates`, () => {
  test.each(cases)('%s', (name, source, fate) => {
    const variables = { request_language: 'fr', x: {}, bare: Object.create(null) }
    const cpu = cpuClock()
    const compiled = compile(source)
    const result = compiled.ok
      ? compiled.compiled.render(variables, { password: '123456' })
      : compiled
    const time = cpu()
    if (time > worst.time) worst = { name, time }
    expect(time).toBeLessThan(milliseconds)
    if (result.ok) {
      expect(`=${result.rendered.text.slice(0, 99)}`.startsWith(fate)).toBe(true)
      return
    }
    const { kind, message, span } = result.failure
    const [expected, reason = ''] = fate.split(': ')
    expect(kind).toBe(expected)
    expect(message).toMatch(/^[^\n]{1,120}$/)
    expect(message).toContain(reason)
    expect(0 <= span.start && span.start <= span.end && span.end <= source.length).toBe(true)
  })

  afterAll(() => {
    console.info(
      `${cases.length} contained, worst ${worst.time.toFixed(0)} ms of CPU: ${worst.name}`,
    )
  })
})
