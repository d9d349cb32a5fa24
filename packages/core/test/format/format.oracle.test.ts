import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatSource } from '../../src/format/format-source.ts'
import { openSource } from '../../src/index.ts'
import { mutant } from '../syntax/mutants.ts'
import { checkFormat, checkFormats, formatTemplate } from './format-oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 1_000)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000_000)

it(`renders the same bytes from ${runs} formatted templates`, { timeout: 3_600_000 }, () => {
  const tally = checkFormats(seed, runs)
  console.info(`seed ${seed}: ${JSON.stringify(tally)}`)
  expect(tally.changed).toBeGreaterThan(runs / 3)
})

it(`formats ${runs} mutated templates once`, { timeout: 3_600_000 }, () => {
  const tally = { templates: 0, changed: 0, rejected: 0, renders: 0 }
  fc.assert(
    fc.property(mutant, (template) => checkFormat(template, tally, [null, 'nl', 'fr-CA'])),
    { numRuns: runs, seed },
  )
  expect(tally.changed).toBeGreaterThan(0)
})

const root = join(import.meta.dirname, '../../../../fixtures')

test.each(globSync('**/*.{liquid,json}', { cwd: root }))(
  'formats %s without a changed byte',
  async (name) => {
    const source = await openSource(name, readFileSync(join(root, name), 'utf8'))
    if (source === undefined) return
    const { source: after } = await formatSource(source)
    expect((await formatSource(after)).source.text).toBe(after.text)
    const tally = { templates: 0, changed: 0, rejected: 0, renders: 0 }
    for (const [i, { text }] of source.templates.entries()) {
      checkFormat(text, tally)
      expect(after.templates[i]!.text).toBe(formatTemplate(text))
    }
    expect(tally.templates).toBe(source.templates.length)
  },
)

describe('the layout', () => {
  test.each([
    ["{%if a=='b'%}x{%endif%}", "{% if a == 'b' %}x{% endif %}"],
    ['{%-  if a contains "nl"or b -%}x{% endif%}', "{%- if a contains 'nl' or b -%}x{% endif %}"],
    ['{{a|slice:0,2|upcase}}', '{{ a | slice: 0, 2 | upcase }}'],
    ['{{- a . b [ 0 ] -}}', '{{- a . b [0] -}}'],
    [`{{ "it's" }}`, `{{ "it's" }}`],
    [
      "{%assign x=a|default:'b',allow_false:true%}",
      "{% assign x = a | default: 'b', allow_false: true %}",
    ],
    ['{%for i in(1..3)limit:2%}x{%endfor%}', '{% for i in (1..3) limit: 2 %}x{% endfor %}'],
    [
      "{%- case a -%}{%- when 'b','c' -%}B{%- else -%}C{%- endcase -%}",
      "{%- case a -%}\n{%- when 'b', 'c' -%}B\n{%- else -%}C\n{%- endcase -%}",
    ],
    ["{% case a %}{% when 'b' %}B {% endcase %}", "{% case a %}{% when 'b' %}B {% endcase %}"],
    ['{%raw%}{{a|b}}{%endraw%}', '{% raw %}{{a|b}}{% endraw %}'],
    ['{%comment%} a|b {%endcomment%}', '{% comment %} a|b {% endcomment %}'],
    ["a  b\n {% cycle 'a',  'b' %}", "a  b\n {% cycle 'a',  'b' %}"],
    ['{%if a%}never closed', '{%if a%}never closed'],
  ])('%s', (source, formatted) => {
    expect(formatTemplate(source)).toBe(formatted)
  })
})
