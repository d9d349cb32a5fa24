import { byLanguage, ruleCases } from './cases.ts'

ruleCases('branch-parity', [
  {
    name: 'one text without the brand',
    source: byLanguage(
      {
        nl: 'Uw code voor {{ application.name }} is @@password@@',
        fr: 'Votre code est @@password@@',
      },
      'Your code for {{ application.name }} is @@password@@',
    ),
    at: ['Votre code est @@password@@'],
    says: 'The French text lacks `application.name`, which 2 other texts have',
    severity: 'warning',
  },
  {
    name: 'one text without the line for autofill',
    source: byLanguage(
      {
        nl: 'Uw code is @@password@@',
        fr: 'Votre code est @@password@@\n@example.com #@@password@@',
      },
      'Your code is @@password@@\n@example.com #@@password@@',
    ),
    at: ['Uw code is @@password@@'],
    says: 'the line for autofill',
  },
  {
    name: 'half of them name the brand: nobody is the odd one out',
    source: byLanguage(
      { nl: 'Uw code is @@password@@' },
      'Your code for {{ application.name }} is @@password@@',
    ),
    at: [],
  },
  {
    name: 'the code may be spelt in several ways',
    source: byLanguage(
      { nl: 'Uw code is {{ code }}', fr: 'Votre code est {{ password }}' },
      'Your code is @@password@@',
    ),
    at: [],
  },
])
