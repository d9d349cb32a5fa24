import { byLanguage, type Case } from './cases.ts'

/** Two blocks that may both be entered. */
export const independent = (first: string, second: string): string =>
  `{%- if request_language contains '${first}' -%}Votre code est @@password@@{%- endif -%}{%- if request_language contains '${second}' -%}Your code is @@password@@{%- endif -%}`

const block = (text: string): string => `{% block ${text.slice(0, 4)} %}${text}{% endblock %}`
const echo = (text: string): string => `{% liquid\necho '${text} ' %}`

/** What `overlapping-branches` says of templates. */
export const overlaps: readonly Case[] = [
  {
    name: 'independent ifs and a browser that lists both languages',
    source: independent('fr', 'en'),
    at: ["{%- if request_language contains 'en' -%}"],
    severity: 'error',
    says: 'at column 1 of this line',
  },
  {
    name: 'a value that no client sends weighs less',
    source: independent('dutch', 'fr-FR'),
    at: ["{%- if request_language contains 'fr-FR' -%}"],
    severity: 'warning',
  },
  {
    name: 'texts inside of block',
    source: independent('fr', 'en').replaceAll(/(Votre|Your) code (?:est|is)/g, block),
    at: ["{%- if request_language contains 'en' -%}"],
  },
  {
    name: 'texts that liquid tags print',
    source: independent('fr', 'en').replaceAll(/(Votre|Your) code (?:est|is)/g, echo),
    at: ["{%- if request_language contains 'en' -%}"],
  },
  {
    name: 'nothing but codes and signs',
    source: independent('fr', 'en').replaceAll(/(Votre|Your) code (?:est|is)/g, '→'),
    at: [],
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
]
