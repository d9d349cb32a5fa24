import { byLanguage, ruleCases } from './cases.ts'

ruleCases('code-repeated', [
  {
    name: 'twice in one text',
    source: 'Your code is @@password@@. Enter @@password@@ now.',
    at: ['@@password@@'],
    severity: 'error',
  },
  {
    name: 'twice in one arm',
    source: byLanguage(
      { nl: '{{ code }} is uw code: {{ password }}' },
      'Your code is @@password@@',
    ),
    at: ['{{ password }}'],
    witness: 'nl',
  },
  {
    name: 'the copy for autofill',
    source: 'Your code is @@password@@\n\n@example.com #@@password@@',
    at: [],
  },
  {
    name: 'two texts at once are told as an overlap',
    source:
      "{% if request_language contains 'fr' %}Votre code est @@password@@{% endif %}{% if request_language contains 'en' %}Your code is @@password@@{% endif %}",
    at: [],
  },
])
