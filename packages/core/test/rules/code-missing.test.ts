import { byLanguage, ruleCases } from './cases.ts'

ruleCases('code-missing', [
  {
    name: 'one arm without the code',
    source: byLanguage(
      { nl: 'Uw code is onderweg', fr: 'Votre code est @@password@@' },
      'Your code is @@password@@',
    ),
    at: ["{%- when 'nl' -%}"],
    witness: 'nl',
    severity: 'error',
    says: '`@@password@@`',
  },
  { name: 'no code at all', source: 'Welcome to Acme', at: ['Welcome to Acme'], witness: null },
  {
    name: 'every spelling of the code counts',
    source: byLanguage(
      { nl: 'Uw code is {{ code }}', fr: 'Votre code est {{ password }}' },
      'Your code is @@code@@',
    ),
    at: [],
  },
  {
    name: 'a code that travels',
    source: '{% assign c = code %}{% capture m %}Your code is {{ c }}{% endcapture %}{{ m }}',
    at: [],
  },
  {
    name: 'a code that is spelt out',
    source: "Your code is {{ code | split: '' | join: '.' }}",
    at: [],
  },
  {
    name: 'a number that stands in the text is no code',
    source: 'Call 123456 for help',
    at: ['Call 123456 for help'],
  },
  {
    name: 'an empty message is told as such only',
    source: "{%- if request_language contains 'nl' -%}Uw code is @@password@@{%- endif -%}",
    at: [],
  },
])
