import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { compile, render } from '../../src/render/compile.ts'
import { engine } from '../../src/render/engine.ts'
import type { Part } from '../../src/render/rendered.ts'

const code = { password: '123456', code: '123456' }

/** The message for a value of request_language, with the code 123456. */
function textFor(source: string, value: string | null | undefined = 'en'): string {
  const result = render(source, { request_language: value, application: { name: 'Acme' } }, code)
  if (!result.ok) throw new Error(result.failure.message)
  return result.rendered.text
}

const sample = `{% if request_language contains 'dutch' %}
   Dit is uw code: @@password@@
{% endif %}
{% if request_language contains 'fr-FR' %}
   Ceci est votre code: @@password@@
{% endif %}
`

const idiom =
  `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first` +
  ` | split: ';' | first | strip | split: '-' | first -%}\n` +
  `{%- case tag -%}\n{%- when 'he', 'iw' -%}\n  הקוד: @@password@@\n{%- when 'nl' -%}\n  Uw code: @@password@@\n` +
  `{%- else -%}\n  Your code: @@password@@\n{%- endcase -%}\n`

describe('the exact text', () => {
  test.each<[what: string, source: string, value: string | null, text: string]>([
    ['sample, its own name for Dutch', sample, 'dutch', '\n   Dit is uw code: 123456\n\n\n'],
    ['sample, Dutch browser', sample, 'nl-NL,nl;q=0.9', '\n\n'],
    ['sample, French', sample, 'fr-FR', '\n\n   Ceci est votre code: 123456\n\n'],
    [
      'sample, both',
      sample,
      'dutch,fr-FR',
      '\n   Dit is uw code: 123456\n\n\n   Ceci est votre code: 123456\n\n',
    ],
    ['sample, no header', sample, null, '\n\n'],
    ['idiom, Hebrew on an old Android', idiom, 'iw_IL', 'הקוד: 123456'],
    ['idiom, list', idiom, 'nl-NL,nl;q=0.9,en;q=0.8', 'Uw code: 123456'],
    ['idiom, unknown', idiom, 'xx', 'Your code: 123456'],
    ['idiom, no header', idiom, null, 'Your code: 123456'],
    ['whitespace control', ' a {%- if true -%} b {%- endif -%} c ', null, ' abc '],
    ['outputs trim too', 'a \n {{- 1 -}} \n b', null, 'a1b'],
    ['one side', 'a {%- if true %} b {% endif -%} c', null, 'a b c'],
    [
      'every matching when',
      "{% case 'a' %}{% when 'a' %}1{% when 'b' %}2{% when 'a' %}3{% else %}4{% endcase %}",
      null,
      '13',
    ],
    [
      'when with two values',
      "{% case request_language %}{% when 'nl', 'fr' %}1{% when 'de' or 'en' %}2{% endcase %}",
      'en',
      '2',
    ],
    ['nothing before the first when', '{% case 1 %} x {% when 1 %}1{% endcase %}', null, '1'],
    ['when after else', '{% case 1 %}{% else %}E{% when 1 %}1{% endcase %}', null, 'E1'],
    [
      'unless',
      "{% unless request_language == 'en' %}1{% elsif true %}2{% else %}3{% endunless %}",
      'en',
      '2',
    ],
    [
      'elsif',
      "{% if request_language == 'nl' %}1{% elsif request_language == 'en' %}2{% else %}3{% endif %}",
      'en',
      '2',
    ],
    [
      'for',
      '{% for i in (1..3) %}{{ i }}{{ forloop.last }},{% else %}none{% endfor %}',
      null,
      '1false,2false,3true,',
    ],
    ['for, empty', '{% for i in nothing %}{{ i }}{% else %}none{% endfor %}', null, 'none'],
    [
      'break and continue',
      '{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% elsif i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}',
      null,
      '13',
    ],
    ['break outside a loop ends the message', 'a{% break %}b', null, 'a'],
    [
      'capture',
      '{% capture x %}a {{ request_language }}{% endcapture %}[{{ x }}{{ x }}]',
      'en',
      '[a ena en]',
    ],
    [
      'tablerow',
      '{% tablerow i in (1..2) %}{{ i }}{% endtablerow %}',
      null,
      '<tr class="row1"><td class="col1">1</td><td class="col2">2</td></tr>',
    ],
    ['raw', '{% raw %}{{ a }}{% if %}{% endraw %}', null, '{{ a }}{% if %}'],
    ['comments', 'a{% comment %}{{ b }}{% endcomment %}{% # c\n # d %}e', null, 'ae'],
    ['liquid', "{% liquid\n  assign a = 'x'\n  if a\n    echo a | upcase\n  endif\n%}", null, 'X'],
    [
      'counters',
      '{% increment a %}{% increment a %}{% decrement b %}{% cycle 1, 2 %}{% cycle 1, 2 %}',
      null,
      '01-112',
    ],
    ['arrays print as one text', "{{ 'a,b,c' | split: ',' }}", null, 'abc'],
    ['unknown filters and variables', "{{ 'x' | nosuch: 1 }}{{ nosuch.a.b }}", null, 'x'],
    [
      'unknown operators',
      "{% if request_language startswith 'fr' %}1{% else %}2{% endif %}",
      'en',
      '1',
    ],
    [
      'a missing header is nil',
      "{% if request_language == nil %}1{% endif %}{% if request_language contains 'e' %}2{% endif %}",
      null,
      '1',
    ],
    ['an empty header is true', '{% if request_language %}1{% endif %}', '', '1'],
    ['nothing', '', null, ''],
    ['layout none', '{% layout none %}a{% block b %}b{% endblock %}', null, 'ab'],
  ])('%s', (_, source, value, text) => {
    expect(textFor(source, value)).toBe(text)
  })
})

describe('placeholders', () => {
  test.each<[source: string, placeholders: Record<string, string>, text: string]>([
    ['@@password@@ @@code@@', { password: '1', code: '2' }, '1 2'],
    [
      '@@Password@@ @@ password @@ @password@',
      { password: '1' },
      '@@Password@@ @@ password @@ @password@',
    ],
    ['@@@password@@@', { password: '1' }, '@1@'],
    ['@@other@@password@@', { password: '1' }, '@@other1'],
    ['@@password@@password@@', { password: '1' }, '1password@@'],
    ['@@application.name@@', { 'application.name': 'Acme' }, 'Acme'],
    ['@@applicationXname@@', { 'application.name': 'Acme' }, '@@applicationXname@@'],
    ['@@a@@@@b@@', { a: '@@b@@', b: '$&' }, '@@b@@$&'],
    ['a@@a@@b', { a: '' }, 'ab'],
    ['@@constructor@@@@__proto__@@', {}, '@@constructor@@@@__proto__@@'],
    ["{{ '@@password@@' | upcase | downcase }}", { password: '1' }, '1'],
    ["@@pass{{ 'word@@' }}", { password: '1' }, '1'],
    ['{% raw %}@@password@@{% endraw %}', { password: '1' }, '1'],
  ])('%s', (source, placeholders, text) => {
    const result = compile(source)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.compiled.renderText({}, placeholders)).toEqual({ ok: true, text })
    expect(result.compiled.render({}, placeholders)).toMatchObject({ ok: true, rendered: { text } })
  })
})

describe('parts', () => {
  /** Each part as `text < source`, with `= what was inserted`. */
  const told = (source: string, variables: Record<string, unknown> = {}): string[] => {
    const result = render(source, variables, { password: '123456' })
    if (!result.ok) throw new Error(result.failure.message)
    const { text, parts } = result.rendered
    return parts.map(({ start, end, source: from, inserted }: Part) => {
      const value = inserted === undefined ? '' : ` = ${inserted}`
      return `${text.slice(start, end)} < ${source.slice(from.start, from.end)}${value}`
    })
  }

  test.each<[what: string, source: string, parts: string[]]>([
    [
      'text around a placeholder',
      'Code: @@password@@.',
      ['Code:  < Code: ', '123456 < @@password@@ = @@password@@', '. < .'],
    ],
    ['trimmed text', '{% if true -%}  a  {%- endif %}', ['a < a']],
    [
      'outputs',
      "a{{ 'b' | upcase -}} c",
      ['a < a', "B < {{ 'b' | upcase -}} = 'b' | upcase", 'c < c'],
    ],
    ['empty outputs make no part', 'a{{ b }}c', ['a < a', 'c < c']],
    [
      'printing tags',
      "{% echo 'a' %}{% cycle 'b', 'c' %}{% increment d %}",
      [
        "a < {% echo 'a' %} = 'a'",
        "b < {% cycle 'b', 'c' %} = 'b', 'c'",
        '0 < {% increment d %} = d',
      ],
    ],
    [
      'lines of a liquid tag',
      "{% liquid\n echo 'a' | upcase \n%}",
      ["A < echo 'a' | upcase = 'a' | upcase"],
    ],
    [
      'captured text belongs to its output',
      '{% capture a %}b@@password@@{% endcapture %}{{ a }}!',
      ['b < {{ a }} = a', '123456 < {{ a }} = @@password@@', '! < !'],
    ],
    [
      'a placeholder in several pieces',
      "x@@pass{{ 'word' }}@@y",
      ['x < x', "123456 < @@pass{{ 'word' }}@@ = @@password@@", 'y < y'],
    ],
    [
      'raw',
      'a{% raw %}{{ b }}@@password@@{% endraw %}',
      ['a < a', '{{ b }} < {{ b }}', '123456 < @@password@@ = @@password@@'],
    ],
    [
      'tablerow markup',
      '{% tablerow i in (1..1) %}a{% endtablerow %}',
      [
        '<tr class="row1"> < {% tablerow i in (1..1) %}',
        '<td class="col1"> < {% tablerow i in (1..1) %}',
        'a < a',
        '</td> < {% tablerow i in (1..1) %}',
        '</tr> < {% tablerow i in (1..1) %}',
      ],
    ],
    [
      'a loop',
      '{% for i in (1..2) %}{{ i }},{% endfor %}',
      ['1 < {{ i }} = i', ', < ,', '2 < {{ i }} = i', ', < ,'],
    ],
    ['nothing', '{{ a }}', []],
  ])('%s', (_, source, parts) => {
    expect(told(source)).toEqual(parts)
  })

  it('make none of a placeholder without value', () => {
    const result = render('a@@b@@c', {}, { b: '' })
    const parts = [
      { start: 0, end: 1, source: { start: 0, end: 1 } },
      { start: 1, end: 2, source: { start: 6, end: 7 } },
    ]
    expect(result).toMatchObject({ rendered: { text: 'ac', parts } })
  })

  it('count in UTF-16 units, as spans do', () => {
    const result = render('👋 {{ a }}é', { a: '👍' })
    expect(result).toMatchObject({
      rendered: {
        parts: [
          { start: 0, end: 3, source: { start: 0, end: 3 } },
          { start: 3, end: 5, source: { start: 3, end: 10 }, inserted: 'a' },
          { start: 5, end: 6, source: { start: 10, end: 11 } },
        ],
      },
    })
  })
})

describe('arms', () => {
  test.each<[what: string, source: string, arms: string[]]>([
    ['if', '{% if true %}a{% else %}b{% endif %}', ['{% if true %}a']],
    ['else', '{% if false %}a{% elsif false %}b{% else %}c{% endif %}', ['{% else %}c']],
    ['elsif', '{% if false %}a{% elsif true %}b{% else %}c{% endif %}', ['{% elsif true %}b']],
    ['no else', '{% if false %}a{% endif %}', []],
    [
      'empty arms',
      '{% if true %}{% endif %}{% unless true %}{% else %}{% endunless %}',
      ['{% if true %}', '{% else %}'],
    ],
    ['unless', '{% unless false %}a{% endunless %}', ['{% unless false %}a']],
    [
      'two whens',
      '{% case 1 %} {% when 1 %}a{% when 2 %}b{% when 1 %}c{% else %}d{% endcase %}',
      ['{% when 1 %}a', '{% when 1 %}c'],
    ],
    ['case without else', '{% case 1 %}{% when 2 %}b{% endcase %}', []],
    [
      'unless with two elses',
      '{% unless true %}a{% else %}b{% elsif true %}c{% else %}d{% endunless %}',
      ['{% else %}b'],
    ],
    ['case, else', '{% case 1 %}{% when 2 %}b{% else %}{% endcase %}', ['{% else %}']],
    ['a loop once', '{% for i in (1..3) %}a{% else %}b{% endfor %}', ['{% for i in (1..3) %}a']],
    ['an empty loop', '{% for i in x %}a{% else %}b{% endfor %}', ['{% else %}b']],
    ['tablerow', '{% tablerow i in (1..2) %}a{% endtablerow %}', ['{% tablerow i in (1..2) %}a']],
    [
      'inside capture',
      '{% capture x %}{% if true %}a{% endif %}{% endcapture %}',
      ['{% if true %}a'],
    ],
    ['inside liquid', '{% liquid\nif true\necho 1\nelse\necho 2\nendif %}', ['if true\necho 1\n']],
    ['after layout', '{% layout none %}{% if true %}a{% endif %}', ['{% if true %}a']],
    [
      'nested, outer first',
      '{% if true %}{% if true %}a{% endif %}{% endif %}',
      ['{% if true %}{% if true %}a{% endif %}', '{% if true %}a'],
    ],
  ])('%s', (_, source, arms) => {
    const result = render(source, {})
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.rendered.arms.map(({ start, end }) => source.slice(start, end))).toEqual(arms)
  })
})

describe('failures', () => {
  test.each<[source: string, kind: string, at: string, message: string]>([
    ['a {% if x %}', 'syntax', '{% if x %}', 'tag {% if x %} not closed'],
    ['a {% iff x %}', 'syntax', '{% iff x %}', 'tag "iff" not found'],
    ['a {{ x', 'syntax', '{{ x', 'output "{{ x" not closed'],
    ["a {% if x = 'b' %}{% endif %}", 'syntax', " 'b'", 'expected "|" before filter'],
    [
      "a {% include 'b' %}",
      'render',
      "{% include 'b' %}",
      '{% include %} asks for another file, and a message has none.',
    ],
    ["a {% include '{{' %}", 'syntax', "{% include '{{' %}", 'output "{{" not closed'],
    [
      "a {% include '{{ | }}' %}",
      'syntax',
      "{% include '{{ | }}' %}",
      'invalid value expression: "|"',
    ],
    ['{% if\n\u200Bx %}', 'syntax', '{% if\n\u200Bx %}', 'tag {% if <U+200B>x %} not closed'],
    ["{{ '%' | url_decode }}", 'render', 'url_decode', '`url_decode` fails: URI malformed'],
    ["{{ (1..3) | where_exp: 'x', '!' }}!", 'render', "where_exp: 'x', '!'", ''],
    [
      '{{ x | upcase | append: }}',
      'render',
      'append:',
      "`append` has no value, and takes one. Write `append: 'text'`",
    ],
    [
      "{% if true %}{% assign y = x | prepend: 'a', 'b' %}{% endif %}",
      'render',
      "prepend: 'a', 'b'",
      "`prepend` has 2 values, and takes one. Write `prepend: 'text'`",
    ],
  ])('%s', (source, kind, at, message) => {
    const result = render(source, {})
    if (result.ok) throw new Error('rendered')
    const { failure } = result
    expect(failure.kind).toBe(kind)
    expect(source.slice(failure.span.start, failure.span.end)).toBe(at)
    if (message !== '') expect(failure.message).toBe(message)
  })
})

describe('one text for one input', () => {
  const dated: [source: string, text: string][] = [
    ["{{ 'now' | date: '%Y-%m-%d %H:%M:%S %z' }}", '2026-01-01 00:00:00 +0000'],
    ["{{ 'today' | date }}", 'Thursday, January 1, 2026 at 12:00 am +0000'],
    ["{{ 'now' | date: '%c|%x|%X|%%c' }}", '1/1/2026, 12:00:00 AM|1/1/2026|12:00:00 AM|%c'],
    ["{{ 'now' | date_to_xmlschema }}", '2026-01-01T00:00:00+00:00'],
    ["{{ '2026-05-04 10:30' | date: '%H:%M' }}", '10:30'],
    ["{{ '2026-05-04T10:30:00+02:00' | date: '%H:%M' }}", '08:30'],
    ["{{ 86400 | date: '%F%Y-%m-%d' }}", '%F1970-01-02'],
    ["{{ 'a,b,c' | split: ',' | sample }}{{ 'abc' | sample: 2 }}{{ nil | sample }}", 'aab'],
  ]

  test.each(dated)('%s', (source, text) => {
    expect(textFor(source)).toBe(text)
  })

  it('is the same in Tokyo and in German', () => {
    const script = fileURLToPath(new URL('./elsewhere.ts', import.meta.url))
    const env = { ...process.env, TZ: 'Asia/Tokyo', LC_ALL: 'de_DE.UTF-8' }
    const printed = execFileSync(process.execPath, [script, ...dated.map(([source]) => source)], {
      env,
      encoding: 'utf8',
    })
    const texts = dated.map(([, text]) => text)
    expect(JSON.parse(printed)).toEqual({ texts, example: [9, '1.1.1970'] })
  })

  it('leaves the variables alone and starts afresh each time', () => {
    const result = compile('{% increment a %}{% assign b = 1 %}{{ b }}{% cycle 1, 2 %}')
    if (!result.ok) throw new Error(result.failure.message)
    const variables = Object.freeze({ a: 5 })
    for (const _ of [1, 2])
      expect(result.compiled.renderText(variables)).toEqual({ ok: true, text: '511' })
    expect(variables).toEqual({ a: 5 })
  })
})

it('names the engine that is installed and pinned', () => {
  const version = (path: string): { version: string; dependencies?: Record<string, string> } =>
    JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
  const installed = version('../../../../node_modules/liquidjs/package.json').version
  expect(engine).toBe(`liquidjs ${installed}`)
  expect(version('../../package.json').dependencies?.liquidjs).toBe(installed)
})
