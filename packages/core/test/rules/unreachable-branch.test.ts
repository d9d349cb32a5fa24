import { tested } from './arms.ts'
import { byLanguage, ruleCases } from './cases.ts'

const chain = (...tests: readonly string[]): string =>
  `${tests.map((test, i) => `{% ${i === 0 ? 'if' : 'elsif'} ${test} %}Text ${i}: {{ code }}`).join('\n')}\n{% else %}Code: {{ code }}{% endif %}`

ruleCases('unreachable-branch', [
  {
    name: 'a region after its language',
    source: chain("request_language contains 'fr'", "request_language contains 'fr-CA'"),
    at: ["{% elsif request_language contains 'fr-CA' %}"],
    says: 'a phone set to Canadian French (`fr-CA`) already gets the one of line 1',
    severity: 'warning',
  },
  {
    name: 'a value that cutting and lower-casing leave to nobody',
    source: byLanguage(
      { fr: 'Votre code : {{ code }}', 'pt-BR': 'Seu código: {{ code }}' },
      '{{ code }}',
    ),
    at: ["{%- when 'pt-BR' -%}"],
    says: 'the test holds for no value',
  },
  {
    name: 'the same test twice',
    source: chain("request_language == 'fr'", "request_language == 'fr'"),
    at: ["{% elsif request_language == 'fr' %}"],
  },
  {
    name: 'contradicting tests, one inside the other, and no further finding inside',
    source: `{% if request_language == 'fr' %}{% if request_language == 'de' %}A{% if request_language == 'de' %}B{% endif %}{% endif %}{% endif %}{{ code }}`,
    at: ["{% if request_language == 'de' %}"],
    says: 'nobody who gets as far as here',
  },
  {
    name: 'an else after both answers',
    source: `{% if request_language contains 'fr' %}Votre code : {{ code }}{% elsif request_language contains 'en' %}Your code: {{ code }}{% else %}{% unless request_language contains 'fr' %}Code: {{ code }}{% else %}Code : {{ code }}{% endunless %}{% endif %}`,
    at: ['{% else %}'],
    says: 'everybody is in one of the branches above',
  },
  { name: 'constant-condition tells', source: tested("request_language == 'fr' or 'br'"), at: [] },
  {
    name: 'constant-condition tells of the branch before',
    source: chain("request_language == 'fr' or 'br'", "request_language == 'de'"),
    at: [],
  },
  {
    name: 'unknown-language tells of a branch before that takes nobody from this one',
    source: chain(
      "request_language contains 'dutch'",
      "request_language contains 'fr'",
      "request_language contains 'fr-CA'",
    ),
    at: ["{% elsif request_language contains 'fr-CA' %}"],
  },
  { name: 'unknown-variable tells', source: tested("requst_language == 'fr'"), at: [] },
  { name: 'smart-quotes tells', source: tested('request_language contains “fr”'), at: [] },
  {
    name: 'a precaution behind a closed list',
    source: `{% if message_type == 'sms' %}Code: {{ code }}{% elsif message_type == 'voice' %}Code, {{ code }}{% else %}{{ code }}{% endif %}`,
    at: [],
  },
  {
    name: 'a region before its language',
    source: chain("request_language contains 'fr-CA'", "request_language contains 'fr'"),
    at: [],
  },
])
