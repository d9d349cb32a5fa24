import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { expectSound } from './engine.ts'

/** Problems as `code name: the text that they are about`. */
const problems = (source: string): string[] => {
  expectSound(source)
  return parse(source).errors.map(({ code, name, start, end }) => {
    const what = name === undefined ? code : `${code} ${name}`
    return `${what}: ${source.slice(start, end)}`
  })
}

describe('one fault is one problem', () => {
  test.each([
    ['{% iff x %}a{% elsif y %}b{% else %}c{% endif %}', ['unknown-tag iff: iff']],
    ['{% if x %}a{% elseif y %}b{% else %}c{% endif %}', ['unknown-tag elseif: elseif']],
    ['{% if x %}a{% else if y %}b{% else %}c{% endif %}', ['unexpected-arguments else: if y']],
    ['{% if x %}a{% endfi %}b', ['unknown-tag endfi: endfi']],
    ['{% for a in b %}{% if x %}{% end %}{% endfor %}', ['unknown-tag end: end']],
    ['{% if x %}{% for a in b %}{% endif %}', ['unclosed-block for: {% for a in b %}']],
    ['{% for a in b %}{% if x %}{% endfor %}{% endif %}', ['unclosed-block if: {% if x %}']],
    ['{% if x %}{% unless y %}{% endif %}', ['unclosed-block unless: {% unless y %}']],
    [
      '{% case x %}{% when 1 %}{% if y %}{% when 2 %}{% endcase %}',
      ['unclosed-block if: {% if y %}'],
    ],
    ['{% if x %}a{% endunless %}', ['stray-end endunless: {% endunless %}']],
    ['{% for a in b %}{% elsif x %}{% endfor %}', ['stray-branch elsif: {% elsif x %}']],
    ['{% if a %}{% if b %}{% endif %}', ['unclosed-block if: {% if a %}']],
    ['a{% endif %}b', ['stray-end endif: {% endif %}']],
    ['{% if x = 1 %}a{% else %}b{% endif %}', ['invalid-expression: = 1']],
    ['{% if %}a{% else %}b{% endif %}', ['invalid-expression: {% if %}']],
    ['{% comment %}{% if x %}{% endif %}', ['unclosed-block comment: {% comment %}']],
    ['{% if x %}{% comment %}{% endif %}', ['unclosed-block comment: {% comment %}']],
    ['{% if x %}{% raw %}{% endif %}', ['unclosed-block raw: {% raw %}']],
    ['{% raw %}a{%- endraw %}b', ['unclosed-block raw: {% raw %}']],
    ['{% if x %}{% layout "l" %}{% endif %}', ['misplaced-tag layout: {% layout "l" %}']],
    ['{% coment %}a{% endcomment %}', ['unknown-tag coment: coment']],
  ])('%s', (source, expected) => {
    expect(problems(source)).toEqual(expected)
  })
})

describe('an unclosed delimiter does not lose the rest', () => {
  test.each([
    [
      "{% if x contains 'fr' }a{% else %}b{% endif %}",
      ["unclosed-tag if: {% if x contains 'fr' }"],
    ],
    ['{% if x %\na{% endif %}', ['unclosed-tag if: {% if x %']],
    ['{% if x %}a{% else }b{% endif %}', ['unclosed-tag else: {% else }']],
    ['{% if x %}a{% endif', ['unclosed-tag endif: {% endif']],
    ['{{ a\n{% if x %}b{% endif %}', ['unclosed-output: {{ a']],
    ["{{ it's }}\n{% if x %}b{% endif %}", ["unclosed-output: {{ it's }}"]],
    ['{{ a } b {{ c }}', ['unclosed-output: {{ a }']],
    ['{{ a %} b {{ c }}', ['unclosed-output: {{ a %}']],
    ['{{ a }\n{{ b = }}', ['unclosed-output: {{ a }', 'invalid-expression: =']],
    ['{%', ['unclosed-tag: {%']],
    ['{{{{{{', ['unclosed-output: {{', 'unclosed-output: {{', 'unclosed-output: {{']],
    ['{% if x %}{% comment %}{{ a {% endcomment %}{% endif %}', ['unclosed-output: {{ a ']],
  ])('%s', (source, expected) => {
    expect(problems(source)).toEqual(expected)
  })

  test('the tree goes on as it was meant', () => {
    const source =
      "{% if x contains 'fr' }Votre code : @@password@@{% else %}@@password@@{% endif %}"
    const [node] = parse(source).nodes
    const bodies =
      node?.type === 'if' ? node.arms.map((arm) => arm.body.map(({ type }) => type)) : []
    expect(bodies).toEqual([['text', 'placeholder'], ['placeholder']])
  })
})

describe('every fault of a file is reported at once, in source order', () => {
  test.each([
    [
      '{% iff a %}{% endif %}{{ b c: }}{% if d = 1 %}{% elseif e %}{% endif x %}{% endfor %}{{ f',
      [
        'unknown-tag iff: iff',
        'invalid-expression: :',
        'invalid-expression: = 1',
        'unknown-tag elseif: elseif',
        'unexpected-arguments endif: x',
        'stray-end endfor: {% endfor %}',
        'unclosed-output: {{ f',
      ],
    ],
    [
      '{% if a %}{% for b in c %}',
      ['unclosed-block if: {% if a %}', 'unclosed-block for: {% for b in c %}'],
    ],
  ])('%s', (source, expected) => {
    expect(problems(source)).toEqual(expected)
  })
})

describe('what LiquidJS lets pass is no problem', () => {
  test.each([
    ['{% unless x %}a{% else %}b{% elsif = %}c{% else y %}d{% endunless z %}'],
    ['{% case x %}{% else %}a{% when = %}b{% endcase y %}'],
    ['{% for a in b %}{% else %}{% else %}{% endfor %}'],
    ['{% if x startswith "fr" %}{% elsif x contains %}{% endif %}'],
    ['{{ a, and the rest ! }}{{ a ) & }}{{ a | }}{{ a | unknown: , }}'],
    ['{% break {{ anything %}'],
    ["{% cycle. 'a', b %}"],
    ['{% increment %}{% block %}{% endblock x %}{% capture "" %}{% endcapture y %}'],
    ['{% liquid\n  layout "l"\n%}'],
    ['{% if x %}{% liquid layout "l" %}{% endif %}'],
    ['{% raw %}{{ {% {% endraw {% endraw %}'],
    ['{% comment %}{% unknown %}{% endif %}{% endcomment %}'],
  ])('%s', (source) => {
    expect(problems(source)).toEqual([])
  })
})
