import { ruleCases } from './cases.ts'

const sms = (template: string, token: string | null = '##TWILIO_TOKEN##'): string =>
  JSON.stringify({
    strategy: 'sms',
    options: { twilio_token: token, syntax: 'md_with_macros', template },
  })

ruleCases('placeholder-collision', [
  {
    name: 'a placeholder in a file with keywords, once',
    source: sms('@@application.name@@: @@code@@ (@@code@@)'),
    at: ['@@application.name@@'],
    says: 'named application.name or code, it replaces `@@application.name@@` and `@@code@@`',
    severity: 'warning',
  },
  {
    name: 'a template that some versions refuse',
    source: sms('@@password@@'),
    at: ['@@password@@'],
    says: 'Versions 8.32 to 8.37 refuse to import it',
  },
  { name: 'keywords that are meant as such', source: sms('@@GREETING@@ ##BRAND##'), at: [] },
  { name: 'Liquid', source: sms('Code: {{ code }}'), at: [] },
  { name: 'a file that says nothing of deploy-cli', source: sms('Code: @@code@@', null), at: [] },
  { name: 'a template of its own', source: 'Code: @@password@@', at: [] },
])
