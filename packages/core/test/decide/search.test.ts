import fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { isBlank } from '../../src/decide/message.ts'
import { withVariables } from '../../src/profile/examples.ts'
import { template as anyTemplate } from '../render/templates.ts'
import { ask, checkListed, listedDomains, sms } from './search-cases.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 300)

/** The text by plain LiquidJS and a replacement of its own: no code of the project. */
const engine = new Liquid()
function plainText(source: string, value: string | null): string {
  const variables = withVariables(sms, { request_language: value })
  const text = String(engine.parseAndRenderSync(source, variables))
  return text.replace(/@@(?:password|code)@@/g, '123456').replaceAll('@@application.name@@', 'Acme')
}

describe('search', () => {
  it('shows only witnesses that plain LiquidJS confirms', () => {
    fc.assert(
      fc.property(anyTemplate, (source) => {
        for (const { kind, witness } of ask(source)?.breaches ?? []) {
          const text = plainText(source, witness.value)
          expect(witness.text).toBe(text)
          if (kind === 'empty-message') expect(isBlank(text)).toBe(true)
          if (kind === 'code-repeated') expect(text.split('123456').length).toBeGreaterThan(2)
          if (kind === 'code-missing') expect(text).not.toContain('123456')
        }
      }),
      { numRuns: runs },
    )
  })

  it('finds every fault on a list of values that it is given', () => {
    const values = [null, '', 'nl', 'fr', 'fr-FR', 'dutch', 'nl,fr;q=0.9', '*']
    const subset = fc.subarray(values, { minLength: 1 })
    fc.assert(
      fc.property(anyTemplate, subset, (source, domain) => {
        const analysis = ask(source, domain)
        if (analysis === undefined) return
        const texts = domain.map((value) => plainText(source, value))
        expect(new Set(analysis.outcomes.map(({ rendered }) => rendered.text))).toEqual(
          new Set(texts),
        )
        const kinds = new Set(analysis.breaches.map(({ kind }) => kind))
        expect(kinds.has('empty-message')).toBe(texts.some(isBlank))
      }),
      { numRuns: runs },
    )
  })

  it.each(listedDomains)('of %j, tells the first that real clients send', (...one) =>
    checkListed(one),
  )

  it('sorts each value into the outcome whose text it gets', () => {
    const analysis = ask(
      "{% if request_language contains 'fr' %}FR {{code}}{% else %}EN {{code}}{% endif %}",
    )
    const texts = analysis?.outcomes.map(({ rendered, languages, value }) => [
      rendered.text,
      languages,
      value,
    ])
    expect(texts).toEqual([
      ['EN 123456', [], null],
      ['FR 123456', ['fr'], 'fr'],
    ])
  })

  it('renders a template that never asks for the language once', () => {
    expect(ask('Your code is @@password@@')?.outcomes).toHaveLength(1)
    expect(ask('{% if application.name %}Acme: {% endif %}{{ code }}')?.outcomes).toHaveLength(1)
  })

  it.each([
    [
      "{% assign tag = request_language | split: ',' | first %}{% case tag %}{% when 'iw', 'pt_BR', 'dutch' %}{% endcase %}",
      ['he', 'pt-BR'],
    ],
    ["{% if request_language contains 'fr' and request_language != 'nl' %}{% endif %}", ['fr']],
    [
      "{% unless request_language == 'de' %}{% elsif request_language == 'fr' %}{% endunless %}",
      ['fr'],
    ],
    [
      "{% if message_type == 'sms' %}{% endif %}{% if 'nl' == request_language %}{% endif %}",
      ['nl'],
    ],
    [
      "{% capture l %}{{ request_language | downcase }}{% endcapture %}{% if l contains 'ja' %}{% endif %}",
      ['ja'],
    ],
  ])('takes the languages from the positive tests of %s', (source, languages) => {
    expect(ask(source)?.languages).toEqual(languages)
  })

  it('has nothing to say of a template that the engine rejects', () => {
    expect(ask('{% if %}')).toBeUndefined()
  })

  it('answers all eight properties, and never calls a search a proof', () => {
    const analysis = ask("{% if request_language contains 'fr' %}FR{% endif %}")
    expect(analysis?.properties.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'never-empty broken',
      'code-always broken',
      'code-once unproved',
      'all-reachable unproved',
      'within-limits unproved',
      'one-language unproved',
      'right-language unproved',
      'best-language unproved',
    ])
  })
})
