import { ruleCases } from './cases.ts'

const connection = (template: string, seconds: number): string =>
  JSON.stringify({
    name: 'sms',
    strategy: 'sms',
    options: {
      name: 'sms',
      from: '+15005550006',
      syntax: 'liquid',
      template,
      totp: { length: 6, time_step: seconds },
    },
  })

ruleCases('expiry-claim', [
  {
    name: 'ten minutes in the text, three in the connection',
    source: connection('Your code is {{ code }}, valid for 10 minutes.', 180),
    at: ['10 minutes'],
    says: 'says 10 minutes, and the code lives 3 minutes',
    severity: 'info',
  },
  {
    name: 'French',
    source: connection('Votre code est {{ code }}, valable 5 minutes.', 300),
    at: [],
  },
  {
    name: 'German',
    source: connection('Ihr Code ist {{ code }}, gültig 10 Minuten.', 300),
    at: ['10 Minuten'],
  },
  {
    name: 'Russian',
    source: connection('Ваш код: {{ code }}, действует 10 мин.', 300),
    at: ['10 мин'],
  },
  { name: 'no claim', source: connection('Your code is {{ code }}', 180), at: [] },
  {
    name: 'a minimum is no minute',
    source: connection('Enter at least 6 minimum digits: {{ code }}', 180),
    at: [],
  },
  {
    name: 'nothing known of the connection',
    source: 'Your code is {{ code }}, valid for 10 minutes.',
    at: [],
  },
])
