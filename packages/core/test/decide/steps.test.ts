import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openTemplate, realValues, renderValue, type Step, stepsFor } from '../../src/index.ts'
import { liquidFile } from '../../src/source/liquid-file.ts'

/** Steps as lines: `tag = "fr"`, `if tag="fr": +when 'fr' -else`. */
async function told(template: string, value: string | null): Promise<readonly string[]> {
  const { templates } = (await liquidFile.open('a.liquid', template))!
  const lineOf = (step: Step): string => {
    if (step.type === 'naming') return `${step.name} = ${JSON.stringify(step.value)}`
    const read = step.read.map((held) => `${held.name} = ${JSON.stringify(held.value)}`).join(', ')
    const signs = { taken: '+', passed: '-', unasked: '?' }
    const arms = step.arms.map(
      ({ tag, result }) =>
        signs[result] + template.slice(tag.start, tag.end).replace(/^\{%-? ?| ?-?%\}$/g, ''),
    )
    return `${read}: ${arms.join(' ')}`
  }
  return (stepsFor(openTemplate(templates[0]!).question, value) ?? []).map(lineOf)
}

const two = "{% if request_language contains 'a' %}A{% elsif b.c %}B{% else %}C{% endif %}"
const tags =
  "{%- assign tag = request_language | slice: 0, 2 -%} {%- case tag -%} {%- when 'fr', 'it' -%} F {%- when 'fr' -%} G {%- else -%} E {%- endcase -%}"

test.each<[string, string | null, readonly string[]]>([
  ['{{ code }}', 'fr', []],
  [
    two,
    'la',
    ['request_language = "la", b.c = null: +if request_language contains \'a\' ?elsif b.c ?else'],
  ],
  [
    two,
    null,
    ["request_language = null, b.c = null: -if request_language contains 'a' -elsif b.c +else"],
  ],
  [tags, 'fr-FR', ['tag = "fr"', "tag = \"fr\": +when 'fr', 'it' +when 'fr' ?else"]],
  [tags, 'de', ['tag = "de"', "tag = \"de\": -when 'fr', 'it' -when 'fr' +else"]],
  ['{% unless code %}a{% endunless %}', 'x', ['code = "123456": -unless code']],
  [
    "{% assign n = 'a,b' | split: ',' %}{% for x in n %}{% if x == 'b' %}!{% endif %}{% endfor %}",
    null,
    ['n = ["a","b"]', 'x = "a": -if x == \'b\'', 'x = "b": +if x == \'b\''],
  ],
  [
    "{% capture t %}{% if code %}en{% endif %}{% endcapture %}{% if t == 'en' %}E{% endif %}",
    null,
    ['t = "en"', 't = "en": +if t == \'en\''],
  ],
  [
    '{% if code %}{% if request_language %}a{% endif %}{% endif %}',
    "'}}{{ code }}",
    ['code = "123456": +if code', 'request_language = "\'}}{{ code }}": +if request_language'],
  ],
  ['{% if code %}', 'fr', []],
  ['{% assign a = "@@password@@" %}', null, ['a = "@@password@@"']],
])('the steps of %j for %j', async (template, value, lines) => {
  expect(await told(template, value)).toEqual(lines)
})

const folder = fileURLToPath(new URL('../../../../fixtures/', import.meta.url))

test('the arms that the steps take are those that LiquidJS enters', async () => {
  const paths = globSync('{ok,broken}/*.liquid', { cwd: folder })
  let compared = 0
  for (const path of paths) {
    const template = readFileSync(join(folder, path), 'utf8')
    const { templates } = (await liquidFile.open('a.liquid', template))!
    const { question } = openTemplate(templates[0]!)
    const isSeen = !/\{%-? *(?:capture|liquid|for|tablerow)/.test(template)
    for (const { value } of isSeen ? realValues.slice(0, 12) : []) {
      const result = renderValue(question, value)
      if (!result.ok) continue
      const taken = stepsFor(question, value)!.flatMap((step) =>
        step.type === 'choice' ? step.arms.filter((arm) => arm.result === 'taken') : [],
      )
      const starts = new Set(taken.map(({ start }) => start))
      expect([path, value, starts]).toEqual([
        path,
        value,
        new Set(result.rendered.arms.map(({ start }) => start)),
      ])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(300)
})
