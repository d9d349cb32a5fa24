import { describe, expect, it } from 'vitest'
import type { Analysis, Question } from '../../src/decide/analysis.ts'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { checkCase, namedCases } from './named-cases.ts'

describe('the prover', () => {
  for (const one of namedCases) it(one.name, { timeout: 60_000 }, () => checkCase(one))
})

describe('the table of messages', () => {
  const table = (source: string, domain: Question['domain']): Analysis =>
    prove({ template: parse(source), profile: auth0Sms, variables: {}, domain })!
  const shown = '{{ request_language }}: @@password@@'

  it('is not complete where a message shows the value: each value has a text of its own', () => {
    expect(table(shown, 'header').complete).toBe(false)
    expect(table(`{{ request_language.size }} @@password@@`, 'header').complete).toBe(false)
    expect(table(`{{ request_language | upcase }} @@password@@`, 'any').complete).toBe(false)
  })

  it('is complete where no value gets to the place that would show it', () => {
    const dead = `{% if request_language contains 'en' %}{% unless request_language contains 'e' %}${shown}{% endunless %}{% endif %}@@password@@`
    expect(table(dead, 'header').complete).toBe(true)
  })

  it('lists each listed value with the text that shows it', () => {
    const { complete, outcomes } = table(shown, ['en', 'de-DE', null])
    expect(complete).toBe(true)
    const texts = outcomes.map(({ rendered }) => rendered.text.replace(/: .*/, ''))
    expect(texts).toEqual(['en', 'de-DE', ''])
  })
})
