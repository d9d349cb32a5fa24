import { ruleCases } from './cases.ts'

const template = (length: number): string => {
  const text = 'Your code is @@password@@'
  const comment = '{%- comment -%}{%- endcomment -%}'
  return `{%- comment -%}${'x'.repeat(length - text.length - comment.length)}{%- endcomment -%}${text}`
}

ruleCases('template-too-long', [
  {
    name: 'one character too many',
    source: template(5121),
    at: ['@'],
    says: '5121 characters',
    severity: 'error',
  },
  { name: 'exactly the limit', source: template(5120), at: [] },
])
