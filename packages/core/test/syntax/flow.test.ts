import { describe, expect, test } from 'vitest'
import { namesFrom, namesIn, printsIn } from '../../src/syntax/flow.ts'
import { parse } from '../../src/syntax/parse.ts'

const from = (variable: string, source: string): readonly string[] =>
  [...namesFrom(parse(source), variable, namesIn)].slice(1)

describe('where a value goes', () => {
  test.each([
    ['an assignment', '{% assign a = x | downcase %}', ['a']],
    ['against the order of the source', '{% assign b = a %}{% assign a = x %}', ['a', 'b']],
    ['an argument', "{% assign a = '' | append: x %}", ['a']],
    ['a bracket', '{% assign a = names[x] %}', ['a']],
    ['a loop', "{% assign a = x | split: ',' %}{% for t in a %}{% endfor %}", ['a', 't']],
    ['a capture', '{% capture a %}<{{ x }}>{% endcapture %}', ['a']],
    ['tags inside a capture', '{% capture a %}{% if y %}{{ x }}{% endif %}{% endcapture %}', ['a']],
    ['lines inside a capture', '{% capture a %}{% liquid\necho x %}{% endcapture %}', ['a']],
    [
      'a capture inside a capture',
      '{% capture a %}{% capture b %}{{ x }}{% endcapture %}{{ b }}{% endcapture %}',
      ['b', 'a'],
    ],
    [
      'a capture inside a capture that does not print it',
      '{% capture a %}{% capture b %}{{ x }}{% endcapture %}{% endcapture %}',
      ['b'],
    ],
    ['a test chooses, it gives nothing', '{% if x %}{% assign a = y %}{% endif %}', []],
    ['another variable', '{% assign a = xx %}{% assign b = y.x %}', []],
  ])('%s', (_name, source, names) => {
    expect(from('x', source)).toEqual(names)
  })

  test.each([
    ["{% assign a = info['lang'] | first %}", ['a']],
    ['{% assign a = info.lang.size %}', ['a']],
    ['{% assign a = info %}{% assign b = info[lang] %}', []],
  ])('a dotted variable: %s', (source, names) => {
    expect(from('info.lang', source)).toEqual(names)
  })
})

test('what is printed, in source order', () => {
  const source =
    '{{ a }}{% capture m %}{{ b }}{% endcapture %}{% for i in c %}{% cycle d, e %}{% endfor %}{% echo f %}'
  const prints = printsIn(parse(source).nodes)
  expect(prints.map(({ values }) => values.flatMap(namesIn))).toEqual([['a'], ['d', 'e'], ['f']])
})

test('a path of any length', () => {
  const path = Array.from({ length: 20_000 }, () => 'a').join('.')
  expect(from('a', `{% assign b = ${path} %}`)).toEqual(['b'])
})
