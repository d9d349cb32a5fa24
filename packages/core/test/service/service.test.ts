import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { docsOf } from '../../src/index.ts'
import * as service from '../../src/service/index.ts'
import { randomFrom } from '../decide/machines.ts'
import { languageTexts, randomTemplate } from '../decide/random-template.ts'
import { edited, editing } from './editor.ts'

const sample = readFileSync('fixtures/auth0-sample.liquid', 'utf8')
const two =
  "{% if request_language contains 'fr' %}Code {{ code | upcase }}{% else %}Your code @@password@@{% endif %}"

describe('completion', () => {
  test.each([
    ['{¦', []],
    ['Code @@¦', ['@@password@@']],
    ['{% ¦', ['if', 'case', 'assign']],
    ['{%- if x %}a{% e¦ {% endif %}', ['endif', 'elsif', 'else']],
    ['{{ ¦', ['code', 'request_language', 'application.name']],
    ['{% assign tag = ¦', ['request_language']],
    ['{% assign tag = code %}{% if ¦', ['tag', 'code']],
    ['{% if request_language ¦', ['contains', '==']],
    ["{% if request_language contains '¦", ['fr', 'en']],
    ['{% if request_language == ¦', ['fr']],
    ["{% case request_language %}{% when 'fr', '¦ %}{% endcase %}", ['de']],
    ['{{ code | ¦', ['upcase', 'split']],
  ])('%s offers %j', async (marked, labels) => {
    const { document, position } = await editing(marked)
    const offered = service.complete(document, position).items.map(({ label }) => label)
    expect(offered).toEqual(expect.arrayContaining(labels))
  })

  test.each([
    '{% comment %}¦{% endcomment %}',
    '{% raw %}{{ ¦{% endraw %}',
    "{{ 'a ¦",
    '{{ code ¦',
    "{% assign a = 'x' ¦",
  ])('%s offers nothing', async (marked) => {
    const { document, position } = await editing(marked)
    expect(service.complete(document, position).items).toEqual([])
  })

  test.each([
    ["{% if request_language contains 'fr¦", 'fr-CA', "{% if request_language contains 'fr-CA"],
    ['{% if request_language == ¦', 'de', "{% if request_language == 'de'"],
    ['{{ code | up¦', 'upcase', '{{ code | upcase'],
    ['Code @@pa¦', '@@password@@', 'Code @@password@@'],
    ['{{ application.na¦', 'application.name', '{{ application.name'],
  ])('%s with %s is %s', async (marked, label, after) => {
    const { document, position, text } = await editing(marked)
    const item = service.complete(document, position).items.find((one) => one.label === label)
    expect(edited(text, [item!.textEdit])).toBe(after)
  })

  test('says the name of a language, and what the template serves first', async () => {
    const { document, position } = await editing(
      "{% if request_language == 'sr-Latn' %}a{% elsif request_language == '¦' %}{% endif %}",
    )
    const [first] = service.complete(document, position).items
    expect(first).toMatchObject({ label: 'sr-Latn', detail: 'Serbian (Latin)' })
  })

  test('offers a message that is right for everybody, filled in', async () => {
    const { document, position, text } = await editing('¦')
    const item = service.complete(document, position).items.find(({ kind }) => kind === 15)!
    expect(item.insertTextFormat).toBe(2)
    const written = edited(text, [item.textEdit])
      .replace('$1', 'fr')
      .replace('$2', 'Votre code est')
      .replace('$3', 'Your code is')
    const filled = await service.openDocument('otp.liquid', written)
    expect(service.diagnose(filled)).toEqual([])
  })

  test('writes as the file around it needs it', async () => {
    const text = JSON.stringify({
      strategy: 'sms',
      options: { template: '{% if request_language == ¦' },
    })
    const { document, position } = await editing(text, 'connections/sms.json')
    const item = service.complete(document, position).items.find(({ label }) => label === 'fr')
    const after = edited(text.replace('¦', ''), [item!.textEdit])
    expect(JSON.parse(after).options.template).toBe("{% if request_language == 'fr'")
  })
})

describe('hover', () => {
  test.each([
    ["{% if request_language contains 'fr' %}a {{ code | up¦case }}{% endif %}", 'upper case'],
    ['Your code {{ co¦de }}', 'one-time code'],
    ['Your code @@pass¦word@@', 'one-time code'],
    [two.replace('{% else', '{% e¦lse'), 'Who gets this text'],
    [two.replace('{% if', '{% i¦f'), 'French'],
  ])('%s tells of %s', async (marked, words) => {
    const { document, position } = await editing(marked)
    expect(service.hover(document, position)?.contents.value).toContain(words)
  })

  test('tells why a rule speaks', async () => {
    const { document, position } = await editing(sample.replace('{% if', '{% i¦f'))
    const { value } = service.hover(document, position)!.contents
    expect(value).toContain('**empty-message**: Some customers get an empty message.')
  })

  test('tells that nobody gets a text', async () => {
    const dead =
      "{% if request_language contains 'fr' %}{{ code }}{% e¦lsif request_language == 'fr' %}Code {{ code }}{% endif %}"
    const { document, position } = await editing(dead)
    const { value } = service.hover(document, position)!.contents
    expect(value).toContain('Nobody gets this text, whatever the request says')
  })

  test('has no links and no HTML of the template', async () => {
    const { document, position } = await editing('{{ x<img¦> | [a](https://example.com) }}')
    const { value } = service.hover(document, position)!.contents
    expect(value.replace(/`[^`]*`/g, '')).not.toMatch(/<img|\]\(http/)
  })

  test('is silent on text', async () => {
    const { document, position } = await editing(
      `${two}¦`.replace('Your', 'Yo¦ur').replace(/¦$/, ''),
    )
    expect(service.hover(document, position)).toBeUndefined()
  })
})

describe('the sample of Auth0', () => {
  test('has its findings where they are, each with its page', async () => {
    const document = await service.openDocument('otp.liquid', sample)
    const found = service.diagnose(document)
    expect(found.map(({ code }) => code)).toContain('empty-message')
    for (const { code, data, source } of found)
      expect({ source, docs: data.docs }).toEqual({ source: 'codeword', docs: docsOf(code) })
  })

  test('has fixes that can be applied', async () => {
    const document = await service.openDocument('otp.liquid', sample)
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
    const actions = service.codeActions(document, all)
    expect(actions.length).toBeGreaterThan(0)
    for (const { edit, diagnostics } of actions) {
      const after = edited(sample, edit.changes['otp.liquid']!)
      const fixed = service.diagnose(await service.openDocument('otp.liquid', after))
      const isGone = !fixed.some((one) => JSON.stringify(one) === JSON.stringify(diagnostics[0]))
      expect(isGone, after).toBe(true)
    }
  })

  test('has an outline and folds', async () => {
    const document = await service.openDocument('otp.liquid', sample)
    const outline = service.symbols(document)
    expect(outline.map(({ name }) => name)).toEqual([
      expect.stringContaining('if request_language'),
      expect.stringContaining('if request_language'),
    ])
    expect(service.foldingRanges(document).length).toBeGreaterThan(0)
    for (const { startLine, endLine } of service.foldingRanges(document))
      expect(endLine).toBeGreaterThan(startLine)
  })
})

test('an outline names the templates of a file that holds several', async () => {
  const text = readFileSync('fixtures/ok/tenant.yaml', 'utf8')
  const document = await service.openDocument('tenant.yaml', text)
  const outline = service.symbols(document)
  expect(outline.length).toBeGreaterThan(0)
  for (const { kind, children } of outline) {
    expect(kind).toBe(1)
    expect(Array.isArray(children)).toBe(true)
  }
})

test('formatting is one edit, and none where nothing changes', async () => {
  const text = "{%if request_language=='fr'%}Code {{code}}{%else%}Your code {{ code }}{%endif%}"
  const edits = await service.format(await service.openDocument('otp.liquid', text))
  expect(edits).toHaveLength(1)
  const after = edited(text, edits)
  expect(after).toBe(
    "{% if request_language == 'fr' %}Code {{ code }}{% else %}Your code {{ code }}{% endif %}",
  )
  expect(await service.format(await service.openDocument('otp.liquid', after))).toEqual([])
})

test('a file without templates has nothing to say', async () => {
  const document = await service.openDocument('package.json', '{ "name": "acme" }')
  const start = { line: 0, character: 3 }
  expect(service.diagnose(document)).toEqual([])
  expect(service.hover(document, start)).toBeUndefined()
  expect(service.complete(document, start).items).toEqual([])
  expect(await service.format(document)).toEqual([])
})

const runs = Number(process.env.CODEWORD_RUNS ?? 40)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

test(`any place of any template, finished or not, has an answer (seed ${seed}, ${runs} templates)`, async () => {
  for (let i = 0; i < runs; i++) {
    const random = randomFrom(seed + i)
    const whole = randomTemplate(random, languageTexts)
    const cut = whole.slice(0, Math.floor(random() * whole.length))
    for (const text of [whole, cut]) {
      const document = await service.openDocument('otp.liquid', text)
      for (let n = 0; n < 8; n++) {
        const character = Math.floor(random() * (text.length + 3))
        const position = { line: 0, character }
        for (const { textEdit, label } of service.complete(document, position).items.slice(0, 3))
          expect(edited(text, [textEdit]), label).toContain(textEdit.newText)
        const hover = service.hover(document, position)
        if (hover) expect(hover.contents.value).not.toBe('')
      }
      service.symbols(document)
      for (const { startLine, endLine } of service.foldingRanges(document))
        expect(endLine).toBeGreaterThan(startLine)
    }
  }
})
