import { byLanguage, ruleCases } from './cases.ts'

ruleCases('empty-message', [
  {
    name: 'one language and no else',
    source: "{%- if request_language contains 'nl' -%}Uw code is @@password@@{%- endif -%}",
    at: ["{%- if request_language contains 'nl' -%}"],
    says: 'gets an empty message',
    severity: 'error',
  },
  {
    name: 'a case without else',
    source: "{%- case request_language -%}{%- when 'nl' -%}Uw code is @@password@@{%- endcase -%}",
    at: ['{%- case request_language -%}'],
  },
  {
    name: 'blank lines are no message',
    source: "\n{% if request_language contains 'nl' %}Uw code is @@password@@{% endif %}\n\u200b",
    at: ["{% if request_language contains 'nl' %}"],
  },
  {
    name: 'an arm that says nothing',
    source: byLanguage({ nl: '' }, 'Your code is @@password@@'),
    at: ['{%- case tag -%}'],
    witness: 'nl',
  },
  {
    name: 'text outside the arms is a message',
    source: "@@password@@{% if request_language contains 'nl' %} is uw code{% endif %}",
    at: [],
  },
  {
    name: 'an else',
    source: byLanguage({ nl: 'Uw code is @@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
])
