import { byLanguage, ruleCases } from './cases.ts'

ruleCases('same-text', [
  {
    name: 'the same text in two arms',
    source: byLanguage(
      { es: 'Your code for Acme is @@password@@' },
      'Your code for Acme is @@password@@',
    ),
    at: ['{%- else -%}'],
    says: 'line 3',
    severity: 'info',
  },
  {
    name: 'short texts',
    source: byLanguage({ es: 'Code: @@password@@' }, 'Code: @@password@@'),
    at: [],
  },
  {
    name: 'different texts',
    source: byLanguage(
      { es: 'Tu clave para Acme es @@password@@' },
      'Your code for Acme is @@password@@',
    ),
    at: [],
  },
])
