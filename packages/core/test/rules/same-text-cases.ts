import { byLanguage, type Case } from './cases.ts'

/** What `same-text` says of templates. */
export const sameTexts: readonly Case[] = [
  {
    name: 'the same text in two arms',
    source: byLanguage(
      { es: 'Your code for Acme is @@password@@', it: 'Your code for Acme is @@password@@' },
      'Enter @@password@@ to log in to Acme',
    ),
    at: ["{%- when 'it' -%}"],
    says: 'line 3',
    severity: 'info',
  },
  {
    name: 'a named language that gets the fallback',
    source: byLanguage(
      { en: 'Your code for Acme is @@password@@' },
      'Your code for Acme is @@password@@',
    ),
    at: [],
  },
  {
    name: 'three words',
    source: byLanguage({ es: 'Acme code: 1', it: 'Acme code: 1' }, 'Your code: @@password@@'),
    at: [],
  },
  {
    name: 'four words',
    source: byLanguage({ es: 'An Acme code: 1', it: 'An Acme code: 1' }, 'Your code: @@password@@'),
    at: ["{%- when 'it' -%}"],
  },
  {
    name: 'different texts',
    source: byLanguage(
      { es: 'Tu clave para Acme es @@password@@' },
      'Your code for Acme is @@password@@',
    ),
    at: [],
  },
]
