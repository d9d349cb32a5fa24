import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { visitCounter } from '../../src/coverage/counter.ts'
import { type FileCoverage, fileCoverage } from '../../src/coverage/file-coverage.ts'
import { compile } from '../../src/render/compile.ts'
import { openSource } from '../../src/source/open-source.ts'
import type { SourceFile } from '../../src/source/source-file.ts'
import { template } from '../render/templates.ts'

const open = async (path: string, text: string): Promise<SourceFile> => {
  const file = await openSource(path, text)
  if (file === undefined) throw new Error(`${path} holds no template`)
  return file
}

/** The coverage of a file whose first template is rendered once for each value. */
async function covered(
  path: string,
  text: string,
  values: readonly (string | null)[],
): Promise<FileCoverage> {
  const file = await open(path, text)
  const [first] = file.templates
  const { add, total } = visitCounter()
  const compiled = compile(first!.text)
  for (const request_language of values) {
    if (!compiled.ok) break
    const rendering = compiled.compiled.render({ request_language })
    if (rendering.ok) add(rendering.rendered.visits)
  }
  return fileCoverage(file, path, (each) => (each === first ? total : undefined))
}

type Counts = readonly (readonly [source: string, times: number])[]

/** What stands at each range of the file, line ends shown as ⏎, and how often it was reached. */
function shown(text: string, { statementMap, branchMap, s, b }: FileCoverage) {
  const lines = text.split(/\r\n|\n|\r/)
  type Place = { readonly line: number; readonly column: number }
  const slice = ({ start, end }: { readonly start: Place; readonly end: Place }): string =>
    lines
      .slice(start.line - 1, end.line)
      .map((line, index, all) => {
        const to = index === all.length - 1 ? end.column : line.length
        return line.slice(index === 0 ? start.column : 0, to)
      })
      .join('⏎')
  const statements: Counts = Object.entries(statementMap).map(([key, range]) => [
    slice(range),
    s[key]!,
  ])
  const branches = Object.entries(branchMap).map(([key, { type, locations }]) => [
    type,
    ...locations.map((range, index) => [slice(range), b[key]![index]!]),
  ])
  return { statements, branches }
}

const sample = `{% if request_language contains 'dutch' %}
   Dit is uw code: @@password@@
{% endif %}
{% if request_language contains 'fr-FR' %}
   Ceci est votre code: @@password@@
{% endif %}
`

const idiom = `{%- assign tag = request_language | downcase | split: '-' | first -%}
{%- case tag -%}
{%- when 'he', 'iw' -%}
  הקוד: @@password@@
{%- when 'nl' -%}
  Uw code: @@password@@
  Deel hem met niemand.
{%- else -%}
  Your code: @@password@@
{%- endcase -%}
`

describe('counts that are known', () => {
  test('a conditional without else has a way past it', async () => {
    const coverage = await covered('otp.liquid', sample, ['fr-FR', ''])
    const [dutch, french] = sample.trimEnd().split('\n{% if')
    expect(shown(sample, coverage)).toEqual({
      statements: [
        [dutch!.replaceAll('\n', '⏎'), 2],
        ['Dit is uw code: @@password@@', 0],
        [`{% if${french!.replaceAll('\n', '⏎')}`, 2],
        ['Ceci est votre code: @@password@@', 1],
      ],
      branches: [
        ['if', ["{% if request_language contains 'dutch' %}", 0], ['{% endif %}', 2]],
        ['if', ["{% if request_language contains 'fr-FR' %}", 1], ['{% endif %}', 1]],
      ],
    })
  })

  test('as istanbul writes them: lines from 1, columns from 0', async () => {
    const text = 'Hi\n{% if x %}a{% endif %}'
    const coverage = await covered('otp.liquid', text, [null])
    const range = (start: number, end: number) => ({
      start: { line: 2, column: start },
      end: { line: 2, column: end },
    })
    expect(coverage).toEqual({
      path: 'otp.liquid',
      statementMap: {
        0: { start: { line: 1, column: 0 }, end: { line: 1, column: 2 } },
        1: range(0, 22),
        2: range(10, 11),
      },
      fnMap: {},
      branchMap: {
        0: { type: 'if', line: 2, loc: range(0, 22), locations: [range(0, 10), range(11, 22)] },
      },
      s: { 0: 1, 1: 1, 2: 0 },
      f: {},
      b: { 0: [0, 1] },
    })
  })

  test('each line of a text, each arm of a case', async () => {
    const coverage = await covered('otp.liquid', idiom, ['nl-NL', 'nl', 'xx', null])
    expect(shown(idiom, coverage)).toEqual({
      statements: [
        ["{%- assign tag = request_language | downcase | split: '-' | first -%}", 4],
        [idiom.slice(idiom.indexOf('{%- case'), -1).replaceAll('\n', '⏎'), 4],
        ['הקוד: @@password@@', 0],
        ['Uw code: @@password@@', 2],
        ['Deel hem met niemand.', 2],
        ['Your code: @@password@@', 2],
      ],
      branches: [
        ['switch', ["{%- when 'he', 'iw' -%}", 0], ["{%- when 'nl' -%}", 2], ['{%- else -%}', 2]],
      ],
    })
  })

  test.each<[what: string, source: string, values: (string | null)[], branches: unknown]>([
    [
      'elsif',
      "{% if request_language == 'a' %}1{% elsif request_language == 'b' %}2{% endif %}",
      ['b', 'b', 'c', null],
      [
        'switch',
        ["{% if request_language == 'a' %}", 0],
        ["{% elsif request_language == 'b' %}", 2],
        ['{% endif %}', 2],
      ],
    ],
    [
      'unless',
      "{% unless request_language == 'a' %}1{% else %}2{% endunless %}",
      ['a', 'b', 'c'],
      ['if', ["{% unless request_language == 'a' %}", 2], ['{% else %}', 1]],
    ],
    [
      'a case of which two arms are entered, and one value of which none is',
      "{% case request_language %}{% when 'a' %}1{% when 'a', 'b' %}2{% endcase %}",
      ['a', 'c'],
      ['switch', ["{% when 'a' %}", 1], ["{% when 'a', 'b' %}", 1], ['{% endcase %}', 1]],
    ],
    [
      'a loop with else',
      "{% assign all = request_language | split: ',' %}{% for i in all %}{{ i }}{% else %}0{% endfor %}",
      ['a,b,c', ''],
      ['switch', ['{% for i in all %}', 3], ['{% else %}', 1]],
    ],
    [
      'a conditional in a loop that is left',
      '{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{% endfor %}',
      ['a'],
      ['if', ['{% if i == 3 %}', 1], ['{% endif %}', 2]],
    ],
    [
      'lines of a liquid tag',
      "{% liquid\n  if request_language == 'a'\n    echo 1\n  endif\n%}",
      ['a', 'b', 'b'],
      ['if', ["if request_language == 'a'", 1], ['endif', 2]],
    ],
  ])('%s', async (_, source, values, branches) => {
    expect(shown(source, await covered('x.liquid', source, values)).branches).toEqual([branches])
  })

  test.each([
    ['a comment', '{% comment %} x {% endcomment %}{% # x %}'],
    ['blank text', ' \n\t\r\n'],
    ['a loop of which the body is blank, but for itself', '{% for i in (1..2) %} {% endfor %}'],
    ['nothing', ''],
  ])('%s has no branch', async (_, source) => {
    const { statementMap, branchMap } = await covered('x.liquid', source, [''])
    expect(branchMap).toEqual({})
    expect(Object.keys(statementMap)).toHaveLength(source.includes('for') ? 1 : 0)
  })

  test('a template that the engine refuses is reached nowhere', async () => {
    const source = 'Hi {{ code }}\n{% if x %}'
    const { statements, branches } = shown(source, await covered('x.liquid', source, ['a']))
    expect(statements.map(([, times]) => times)).toEqual([0, 0, 0])
    expect(branches).toEqual([])
  })

  test('a text of more characters than the engine takes is not looked at', async () => {
    const { s } = await covered('x.liquid', 'a '.repeat(60_000), ['a'])
    expect(s).toEqual({})
  })
})

const hosted = '{% if request_language == \'é\' %}\n\tÉté "{{ code }}"\n{% endif %}'

describe('positions are those of the file', () => {
  const inFile = [['if', ["{% if request_language == 'é' %}", 1], ['{% endif %}', 2]]]

  test.each<[path: string, text: string]>([
    ['otp.liquid', `\ufeff${hosted}`],
    ['otp.liquid', hosted.replaceAll('\n', '\r\n')],
    ['otp.liquid', hosted.replaceAll('\n', '\r')],
    [
      'sms.json',
      `{\n  "strategy": "sms",\n  "options": {\n    "template": ${JSON.stringify(hosted)}\n  }\n}`,
    ],
    [
      'tenant.yaml',
      `connections:\r\n  - strategy: sms\r\n    options:\r\n      template: |-\r\n${hosted
        .split('\n')
        .map((line) => `        ${line}\r\n`)
        .join('')}`,
    ],
    [
      'main.tf',
      `resource "auth0_connection" "sms" {\n  strategy = "sms"\n  options {\n    template = <<EOT\n${hosted}\nEOT\n  }\n}\n`,
    ],
  ])('%s %#', async (path, text) => {
    const coverage = await covered(path, text, ['é', 'e', null])
    const { statements, branches } = shown(text, coverage)
    expect(branches).toEqual(inFile)
    expect(statements.slice(1)).toEqual(
      text.includes('\\"')
        ? [
            ['Été \\"', 1],
            ['{{ code }}', 1],
            ['\\"', 1],
          ]
        : [
            ['Été "', 1],
            ['{{ code }}', 1],
            ['"', 1],
          ],
    )
    expect(statements[0]![1]).toBe(3)
  })

  test('a file with two templates: who is not rendered counts as not reached', async () => {
    const text = JSON.stringify({
      guardianFactorTemplates: [
        {
          name: 'sms',
          enrollment_message: '{{ code }} enrols you.',
          verification_message: '{{ code }} lets you in.',
        },
      ],
    })
    const { statements } = shown(text, await covered('tenant.json', text, ['a']))
    expect(statements).toEqual([
      ['{{ code }}', 1],
      ['enrols you.', 1],
      ['{{ code }}', 0],
      ['lets you in.', 0],
    ])
  })

  it('does not depend on how lines end', async () => {
    const numRuns = Number(process.env.CODEWORD_RUNS ?? 300)
    await fc.assert(
      fc.asyncProperty(template, async (source) => {
        const [unix, windows, old] = await Promise.all(
          ['\n', '\r\n', '\r'].map((end) => covered('x.liquid', source.replaceAll('\n', end), [])),
        )
        expect(windows).toEqual(unix)
        // In a `liquid` tag LiquidJS does not take a lone CR for the end of a line.
        if (!source.includes('{% liquid')) expect(old).toEqual(unix)
      }),
      { numRuns },
    )
  })
})
