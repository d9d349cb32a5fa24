import { byLanguage, ruleCases } from './cases.ts'

ruleCases('ucs2-character', [
  {
    name: 'a curly quote',
    source: 'Acme’s code is @@password@@',
    at: ['’'],
    says: "’ (U+2019). Write `'` instead",
    severity: 'info',
  },
  {
    name: 'a blank that does not break',
    source: 'Votre code\u00a0: @@password@@',
    at: ['\u00a0'],
    says: 'U+00A0',
  },
  { name: 'a letter that costs nothing', source: 'Tu código es @@password@@', at: [] },
  {
    name: 'a letter that costs a segment',
    source:
      'Tu código para Acme es @@password@@. No lo compartas con nadie, ni con nuestro equipo.',
    at: ['ó'],
    says: 'takes 2 segments instead of 1 because of ó (U+00F3)',
  },
  {
    name: 'a quote beside letters that are UCS-2 anyway',
    source: byLanguage({ lt: 'Jūsų „Acme“ kodas: @@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
  {
    name: 'a script without a choice',
    source: byLanguage({ ja: '認証コード：@@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
  { name: 'GSM-7 letters', source: 'Ihr Code für Käufe: @@password@@ à é ñ ß', at: [] },
])
