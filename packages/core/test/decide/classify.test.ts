import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/decide/analysis.ts'
import { classifier } from '../../src/decide/compile/classify.ts'
import { fakeCodeFor } from '../../src/decide/message.ts'
import { renderValue } from '../../src/decide/render-value.ts'
import { realValues } from '../../src/language/real-values.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { randomFrom } from './machines.ts'
import { idiom, sample } from './named-cases.ts'
import { languageTexts, randomTemplate } from './random-template.ts'

const values = [...realValues.map(({ value }) => value), ...languageTexts, 'dutchfr-FR']
const questionFor = (source: string): Question => ({
  template: parse(source),
  profile: auth0Sms,
  variables: {},
  domain: 'any',
})

describe('classifying values', () => {
  it.each([
    ['the sample', sample],
    ['the idiom', idiom(['nl', 'fr', 'he', 'id', 'ro'])],
    ...Array.from({ length: 60 }, (_, i) => [
      `seed ${i}`,
      randomTemplate(randomFrom(i), languageTexts),
    ]),
  ])('puts values together exactly if LiquidJS makes the same text of them: %s', (_, source) => {
    const question = questionFor(source)
    if (question.template.errors.length > 0 || /\{\{ (?!code)/.test(source)) return
    const found = classifier(question)
    if (!found) return
    const code = fakeCodeFor(source)
    for (const value of values) {
      const result = renderValue(question, value, code)
      expect([source, value, found.texts[found.classOf(value)]]).toEqual([
        source,
        value,
        result.ok ? result.rendered.text : undefined,
      ])
    }
  })

  it('sorts real values at a million a second, many times over', () => {
    const { classOf } = classifier(questionFor(idiom(['nl', 'fr', 'he', 'id', 'ro', 'de', 'es'])))!
    const before = process.cpuUsage()
    for (let i = 0; i < 1_000_000; i++) classOf(values[i % values.length]!)
    const { user } = process.cpuUsage(before)
    // Wide slack for a machine that does other things, too.
    expect(user / 1e6).toBeLessThan(5)
  })
})
