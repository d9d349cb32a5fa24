import { byLanguage, ruleCases } from './cases.ts'

const long = 'Please never give it to anybody. '.repeat(5).trim()

ruleCases('segment-limit', [
  {
    name: 'the part that goes over',
    source: `Your code is @@password@@. ${long}`,
    at: [`Your code is @@password@@. ${long}`.slice(159)],
    options: { segmentLimit: 1 },
    says: '2 segments (GSM-7',
    severity: 'warning',
  },
  {
    name: 'only the language that is too long',
    source: byLanguage(
      {
        ru: 'Ваш код для входа: @@password@@. Никому не сообщайте этот код, даже сотрудникам компании',
      },
      'Your code is @@password@@',
    ),
    at: ['дникам компании'],
    options: { segmentLimit: 1 },
    says: 'The Russian text takes 2 segments (UCS-2',
  },
  { name: 'nobody set a limit', source: `Your code is @@password@@. ${long}`, at: [] },
  {
    name: 'within it',
    source: `Your code is @@password@@. ${long}`,
    at: [],
    options: { segmentLimit: 2 },
  },
])
