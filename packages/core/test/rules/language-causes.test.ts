import { expect, it } from 'vitest'
import { byLanguage, diagnose, ruleCases } from './cases.ts'

const chain = (...tests: readonly string[]): string =>
  `${tests.map((test, i) => `{% ${i === 0 ? 'if' : 'elsif'} ${test} %}Text ${i}: {{ code }}`).join('')}{% else %}Code: {{ code }}{% endif %}`

const has = (tag: string): string => `request_language contains '${tag}'`
const is = (tag: string): string => `request_language == '${tag}'`
const cut = (filters: string, ...tests: readonly string[]): string =>
  `{% assign tag = request_language${filters} %}${chain(...tests)}`
const first = " | split: ',' | first | split: ';' | first | strip"
const good = byLanguage(
  { fr: 'Votre code : {{ code }}', "he', 'iw": 'קוד {{ code }}' },
  'Code: {{ code }}',
)
const regional = `{% assign tag = request_language | downcase | replace: '_', '-'${first} %}{% assign language = tag | split: '-' | first %}{% assign region = tag | split: '-' | slice: 0, 2 | join: '-' %}${chain("region == 'pt-pt'", "language == 'pt'")}`

ruleCases('substring-match', [
  {
    name: 'a language that has another one in its tag',
    source: chain(has('fi')),
    at: ["'fi'"],
    says: 'A phone set to Filipino (Philippines) (`fil-PH`) gets the Finnish text: `fil` contains `fi`',
    witness: 'fil-PH',
    severity: 'error',
  },
  {
    name: 'each literal that takes somebody has a finding',
    source: chain(has('fi'), has('fr'), has('en')),
    at: ["'fi'", "'fr'", "'en'"],
  },
  {
    name: 'a region that is spelled like a language',
    source: cut(` | downcase${first}`, "tag contains 'it'"),
    at: ["'it'"],
  },
  {
    name: 'a language further on in the list',
    source: chain(has('fr-CA'), has('fr')),
    at: ["'fr-CA'", "'fr'"],
    says: '`fr-CA` stands further on in the list',
  },
  { name: 'a text that was cut to the first tag and compared', source: good, at: [] },
  {
    name: 'values that are listed, none of which collides',
    source: chain(has('fi')),
    at: [],
    options: { domain: ['fi', 'fi-FI', 'de', null] },
  },
])

ruleCases('case-or-separator', [
  {
    name: 'as Android writes it',
    source: cut(`${first} | split: '-' | first`, "tag == 'fr'", "tag == 'pt'"),
    at: ["'pt'"],
    witness: 'pt_BR',
    says: "`replace: '_', '-'`",
    severity: 'warning',
  },
  {
    name: 'in lower case, as old iPhones write it',
    source: cut(` | replace: '_', '-'${first}`, "tag == 'fr-FR'", "tag contains 'fr'"),
    at: ["'fr-FR'"],
    witness: 'fr-fr',
    says: 'with `fr-FR` it would be the right one',
  },
  { name: 'lower-cased and replaced', source: good, at: [] },
  {
    name: 'values that are listed, all canonical',
    source: cut(first, "tag == 'fr-FR'"),
    at: [],
    options: { domain: ['fr-FR', 'fr-FR,fr;q=0.9', 'de', null] },
  },
])

ruleCases('region-only-branch', [
  {
    name: 'a language in one region',
    source: cut(` | downcase | replace: '_', '-'${first}`, "tag == 'fr-fr'"),
    at: ["'fr-fr'"],
    says: 'A phone set to French (`fr`) gets the text for everybody else although the French (France) text is there',
    severity: 'warning',
  },
  {
    name: 'two regions of one language',
    source: cut(` | downcase | replace: '_', '-'${first}`, "tag == 'es-es'", "tag == 'es-mx'"),
    at: ["'es-es'"],
  },
  { name: 'the language too', source: regional, at: [] },
  {
    name: 'a region of the language that everybody else gets',
    source: cut(` | downcase | replace: '_', '-'${first}`, "tag == 'pt-pt'"),
    at: [],
    options: { fallback: 'pt-BR' },
  },
  {
    name: 'British English, and English for everybody else',
    source: cut(` | downcase | replace: '_', '-'${first}`, "tag == 'en-gb'"),
    at: [],
  },
  {
    name: 'empty-message tells',
    source: `{% if ${has('fr-FR')} %}Votre code : {{ code }}{% endif %}`,
    at: [],
  },
])

ruleCases('wrong-language', [
  {
    name: 'the whole list is taken for a tag: one finding for all languages',
    source: chain(is('fr'), is('de'), is('nl')),
    at: ["{% if request_language == 'fr' %}"],
    says: 'but the French text is due',
    severity: 'error',
  },
  {
    name: 'the last of the list instead of the first',
    source: cut(
      " | downcase | replace: '_', '-' | split: ',' | last | split: ';' | first | strip | split: '-' | first",
      "tag == 'fr'",
      "tag == 'de'",
    ),
    at: ["{% if tag == 'fr' %}"],
  },
  {
    name: 'two letters of three',
    source: cut(' | downcase | slice: 0, 2', "tag == 'fi'"),
    at: ["{% if tag == 'fi' %}"],
    says: 'gets the Finnish text although it asks for another language',
  },
  {
    name: 'an old code',
    source: byLanguage({ he: 'קוד {{ code }}' }, 'Code: {{ code }}'),
    at: ["'he'"],
    says: '`iw` is an old code that devices still send',
    witness: 'iw_IL',
  },
  { name: 'the recommended way', source: good, at: [] },
  { name: 'regions, then the language', source: regional, at: [] },
  { name: 'one text for all', source: 'Code: {{ code }}', at: [] },
  { name: 'substring-match tells', source: chain(has('fi')), at: [] },
  { name: 'unknown-language tells', source: chain(has('dutch')), at: [] },
])

it('each finding is decided for all values and shows its text', async () => {
  const found = (await diagnose(chain(has('fi'), is('fr')))).filter(
    ({ rule }) => rule === 'substring-match',
  )
  expect(found).toMatchObject([
    { proved: true, witness: { value: 'fil-PH', text: 'Text 0: 123456' } },
  ])
})
