import { describe, expect, test } from 'vitest'
import { profileNamed } from '../../src/profile/registry.ts'
import { cased, tested } from './arms.ts'
import { ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'unknown-variable'
const code = (name: string): string => `Your Acme code: {{ ${name} }}`
const isSms = { options: { profile: profileNamed('auth0-sms')! } }

ruleCases(rule, [
  ...['Code', 'CODE', 'passwort', 'pasword', 'otp', 'one_time_code', 'user.verification_code'].map(
    (name) => ({
      name: `{{ ${name} }} stands for the code`,
      source: code(name),
      at: [name],
      says: 'without the code',
      severity: 'error' as const,
      ...isSms,
    }),
  ),
  {
    name: 'a gap in the message',
    source: '{{ application.title }}: {{ code }}',
    at: ['application.title'],
    says: 'Did you mean `application.name`?',
    severity: 'warning',
  },
  {
    name: 'a misspelt language variable',
    source: tested("reqest_language == 'fr'"),
    at: ['reqest_language'],
    says: 'Did you mean `request_language`?',
  },
  {
    name: 'the language variable of another kind of template',
    source: tested("locale == 'fr'"),
    at: ['locale'],
    says: 'Did you mean `request_language`?',
    ...isSms,
  },
  {
    name: 'a language that lost its quotes',
    source: tested('request_language == fr-FR'),
    at: ['fr-FR'],
    says: "Write `'fr-FR'`",
  },
  { name: 'a value of when that lost its quotes', source: cased('fr'), at: ['fr'] },
  {
    name: 'in a filter argument, in brackets and in a loop',
    source: '{% for i in things %}{{ application[key] | append: tail }}{% endfor %}{{ code }}',
    at: ['things', 'key', 'tail'],
  },
  {
    name: 'before it is assigned',
    source: "{{ brand }}{% assign brand = 'Acme' %}: {{ code }}",
    at: ['brand'],
  },
  {
    name: 'a loop variable after its loop',
    source: '{% for i in (1..2) %}{{ i }}{{ forloop.index }}{% endfor %}{{ i }}{{ code }}',
    at: ['i'],
  },
  {
    name: 'what the template made itself',
    source:
      "{% assign a = 'x' %}{% capture b %}y{% endcapture %}{% increment n %}{{ a }}{{ b }}{{ n }}{{ code }}",
    at: [],
  },
  {
    name: 'what an earlier round of the loop made',
    source: '{% for i in (1..2) %}{{ seen }}{% assign seen = i %}{% endfor %}{{ code }}',
    at: [],
  },
  {
    name: 'documented ones, and what stands below a text',
    source: "{{ application['name'] }}{{ phone_number }}{{ code.size }}{{ request_language }}",
    at: [],
  },
  { name: 'smart quotes are another cause', source: tested('request_language == ‘fr’'), at: [] },
  {
    name: 'an operator that is none is another cause',
    source: tested("request_language startswith 'fr'"),
    at: [],
  },
])

describe('the fix', () => {
  test.each([
    [code('Code'), code('code'), false],
    [code('passwort'), code('password'), false],
    [tested("reqest_language == 'fr'"), tested("request_language == 'fr'"), false],
    [tested('request_language == fr'), tested("request_language == 'fr'"), true],
    [cased('fr'), cased("'fr'"), true],
    [tested('request_language contains fr'), tested("request_language contains 'fr'"), false],
    [tested('request_language != fr'), tested("request_language != 'fr'"), false],
  ])('%s', async (source, text, safe) => {
    expect(await fixed(rule, source)).toEqual({ text, safe })
  })
})
