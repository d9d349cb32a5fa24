import { byLanguage, ruleCases } from './cases.ts'

const filler = 'x'.repeat(1600)

ruleCases('message-too-long', [
  {
    name: 'one character too many',
    source: `@@password@@${filler.slice(6)}y`,
    at: ['y'],
    says: '1601 characters',
    severity: 'error',
  },
  { name: 'exactly the limit', source: `@@password@@${filler.slice(6)}`, at: [] },
  {
    name: 'in one language only',
    source: byLanguage({ nl: `@@password@@${filler}` }, 'Your code is @@password@@'),
    at: ['xxxxxx'],
    says: 'The Dutch text',
  },
])
