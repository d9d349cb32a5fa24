import fc from 'fast-check'
import { expect, test } from 'vitest'
import { search } from '../../src/decide/search/search.ts'
import {
  type Analysis,
  openSource,
  openTemplate,
  outcomeClassifier,
  type Question,
  renderValue,
  unlisted,
} from '../../src/index.ts'
import { byLanguage } from '../rules/cases.ts'

async function analysed(source: string): Promise<{ question: Question; analysis: Analysis }> {
  const file = await openSource('otp.liquid', source)
  const opened = openTemplate(file!.templates[0]!)
  return { question: opened.question, analysis: search(opened.question)! }
}

const languages = byLanguage(
  { nl: 'Uw code: @@password@@', fr: 'Votre code: @@password@@' },
  'Code: @@password@@',
)

test.each([
  [null, 'Code: '],
  ['', 'Code: '],
  ['nl', 'Uw code: '],
  ['NL_be', 'Uw code: '],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'Votre code: '],
  [`de,${'x'.repeat(5000)}`, 'Code: '],
])('%j reads %j', async (value, text) => {
  const { question, analysis } = await analysed(languages)
  const classify = outcomeClassifier(question, analysis)
  for (const _ of ['rendered', 'remembered'])
    expect(analysis.outcomes[classify(value)]?.rendered.text).toContain(text)
})

test('agrees with LiquidJS on any value, thousands of them distinct', async () => {
  const { question, analysis } = await analysed(languages)
  const classify = outcomeClassifier(question, analysis)
  const part = fc.constantFrom('nl', 'fr', 'FR', 'de', '-', '_', ',', ';', ' ', 'x')
  const value = fc.oneof(
    fc.constant(null),
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(value, (each) => {
      const rendered = renderValue(question, each)
      const expected = analysis.outcomes.findIndex(
        (outcome) => rendered.ok && outcome.rendered.text === rendered.rendered.text,
      )
      expect(classify(each)).toBe(expected)
    }),
    { numRuns: 2000 },
  )
})

test('a message that the table does not list is none of its outcomes', async () => {
  const { question, analysis } = await analysed('{{ request_language }}: @@password@@')
  const classify = outcomeClassifier(question, analysis)
  const [listed] = analysis.outcomes
  expect(analysis.outcomes[classify(listed!.value)]).toBe(listed)
  expect(classify('no such value')).toBe(unlisted)
})

test('a value for which Liquid stops has no outcome', async () => {
  const source = "{% if request_language == 'xx' %}{% render 'none' %}{% endif %}@@password@@"
  const { question, analysis } = await analysed(source)
  const classify = outcomeClassifier(question, analysis)
  expect([classify('xx'), classify('de')]).toEqual([unlisted, 0])
})
