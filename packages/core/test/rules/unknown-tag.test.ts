import { describe, expect, test } from 'vitest'
import { profileNamed } from '../../src/profile/registry.ts'
import { ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'unknown-tag'
const between = (tag: string): string =>
  `{% if request_language == 'fr' %}Votre code: {{ code }}{% ${tag} request_language == 'nl' %}Je code: {{ code }}{% else %}Your code: {{ code }}{% endif %}`
const last = (tag: string): string =>
  `{% if request_language == 'fr' %}Votre code: {{ code }}{% else %}Your code: {{ code }}{% ${tag} %}`

ruleCases(rule, [
  ...['elseif', 'elif', 'else if', 'ELSIF', 'elsIf', 'else_if'].map((tag) => ({
    name: tag,
    source: between(tag),
    at: [tag],
    says: 'Write `elsif`',
    severity: 'error' as const,
  })),
  ...['edif', 'ENDIF', 'end', 'fi'].map((tag) => ({
    name: tag,
    source: last(tag),
    at: [tag],
    says: '`endif`',
  })),
  {
    name: 'a misspelt opening tag is one fault',
    source: "{% iff request_language == 'fr' %}Votre code: {{ code }}{% endif %}",
    at: ['iff'],
    says: 'Did you mean `if`?',
  },
  {
    name: 'a tag of another language',
    source: "{% set name = 'Acme' %}{{ name }}: {{ code }}",
    at: ['set'],
    says: 'Did you mean `assign`?',
  },
  { name: 'a tag like no other', source: '{% wombat %}{{ code }}', at: ['wombat'] },
  {
    name: 'else if in unless',
    source:
      "{% unless request_language == 'fr' %}{{ code }}{% else if request_language %}Code: {{ code }}{% endunless %}",
    at: ['else if'],
    says: 'customers whom nothing above names get this text',
  },
  {
    name: 'else if in case',
    source:
      "{% case request_language %}{% when 'fr' %}Code: {{ code }}{% else if request_language %}{{ code }}{% endcase %}",
    at: ['else if'],
    says: '`case` has no `else if`',
  },
  { name: 'two at once', source: between('elif').replace('endif', 'edif'), at: ['elif', 'edif'] },
  {
    name: "a tag of Auth0's own where it is documented",
    source: '{% debug %}{{ code }}',
    at: [],
    options: { profile: profileNamed('auth0-email')! },
  },
  { name: 'the right names', source: between('elsif'), at: [] },
])

describe('the fix', () => {
  test.each([
    ['elseif', true],
    ['elif', true],
    ['else if', true],
    ['ELSIF', true],
  ])('%s', async (tag, safe) => {
    expect(await fixed(rule, between(tag))).toEqual({ text: between('elsif'), safe })
  })

  test.each([
    ['edif', false],
    ['end', false],
    ['ENDIF', true],
  ])('%s', async (tag, safe) => {
    expect(await fixed(rule, last(tag))).toEqual({ text: last('endif'), safe })
  })
})
