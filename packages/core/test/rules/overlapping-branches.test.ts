import { byLanguage, ruleCases } from './cases.ts'

const independent = (first: string, second: string): string =>
  `{%- if request_language contains '${first}' -%}Votre code est @@password@@{%- endif -%}{%- if request_language contains '${second}' -%}Your code is @@password@@{%- endif -%}`

ruleCases('overlapping-branches', [
  {
    name: 'independent ifs and a browser that lists both languages',
    source: independent('fr', 'en'),
    at: ["{%- if request_language contains 'en' -%}"],
    severity: 'error',
    says: 'line 1',
  },
  {
    name: 'a value that no client sends weighs less',
    source: independent('dutch', 'fr-FR'),
    at: ["{%- if request_language contains 'fr-FR' -%}"],
    severity: 'warning',
  },
  {
    name: 'arms of one block',
    source: byLanguage({ fr: 'Votre code est @@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
  {
    name: 'greeting and text in the same language',
    source:
      "{%- if request_language contains 'fr' -%}Bonjour{%- else -%}Hello{%- endif -%}, {% if request_language contains 'fr' %}votre code est{% else %}your code is{% endif %} @@password@@",
    at: [],
  },
  {
    name: 'bilingual text in one arm',
    source: byLanguage({ fr: 'Votre code / your code: @@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
  {
    name: 'a block that does not ask for the language',
    source: `{% if application.name %}Acme: {% endif %}${byLanguage({ fr: 'votre code est @@password@@' }, 'your code is @@password@@')}`,
    at: [],
  },
])
