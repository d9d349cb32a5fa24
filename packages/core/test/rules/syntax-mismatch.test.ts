import { ruleCases } from './cases.ts'

const sms = (template: string, options: object = {}): string =>
  JSON.stringify({ strategy: 'sms', name: 'sms', options: { template, ...options } })

ruleCases('syntax-mismatch', [
  {
    name: 'Liquid among macros, once, at its first tag',
    source: sms('{% if request_language %}@@password@@{% else %}{{ code }}{% endif %}', {
      syntax: 'md_with_macros',
    }),
    at: ['{% if request_language %}'],
    says: 'may read `{% if request_language %}` as it stands',
    severity: 'warning',
  },
  {
    name: 'a Liquid output among macros',
    source: sms('Code: {{ code }}', { syntax: 'md_with_macros' }),
    at: ['{{ code }}'],
  },
  {
    name: 'a comment among macros',
    source: sms('{%- comment -%} for everybody {%- endcomment -%}Code: @@code@@', {
      syntax: 'md_with_macros',
    }),
    at: ['{%- comment -%}'],
  },
  {
    name: 'each macro among Liquid',
    source: sms('{% if true %}@@password@@{% endif %} @@application.name@@', { syntax: 'liquid' }),
    at: ['@@password@@', '@@application.name@@'],
    says: 'Write `{{ password }}`',
  },
  {
    name: 'macros under md_with_macros',
    source: sms('@@application.name@@: @@password@@', { syntax: 'md_with_macros' }),
    at: [],
  },
  {
    name: 'Liquid under liquid',
    source: sms('{% if true %}{{ code }}{% endif %}', { syntax: 'liquid' }),
    at: [],
  },
  { name: 'both where nothing sets the syntax', source: sms('{{ code }} @@code@@'), at: [] },
  {
    name: 'a syntax that is a keyword',
    source: sms('{{ code }} @@code@@', { syntax: '@@SYNTAX@@' }),
    at: [],
  },
  { name: 'both in a template of its own', source: '{% if true %}@@code@@{% endif %}', at: [] },
])
