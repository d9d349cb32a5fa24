import { byLanguage, ruleCases } from './cases.ts'

ruleCases('edge-whitespace', [
  {
    name: 'line breaks and indentation around tags',
    source:
      "{% if request_language contains 'fr' %}\n   Votre code est @@password@@\n{% else %}\n   Your code is @@password@@\n{% endif %}",
    at: ['\n   ', '\n   '],
    says: 'starts with `\\n···` and ends with `\\n`',
    severity: 'info',
  },
  { name: 'final line breaks', source: 'Your code is @@password@@\n\n', at: ['\n\n'] },
  { name: 'the line end that editors add', source: 'Your code is @@password@@\n', at: [] },
  {
    name: 'whitespace control',
    source: byLanguage({ fr: 'Votre code est @@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
  { name: 'lines inside a message', source: 'Acme\n\nYour code is @@password@@', at: [] },
])
