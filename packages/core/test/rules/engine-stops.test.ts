import { ruleCases } from './cases.ts'

ruleCases('syntax-error', [
  {
    name: 'a message that costs too much to make',
    source: '{% for i in (1..100000000) %}x{% endfor %}@@password@@',
    at: ['{% for i in (1..100000000) %}'],
    says: 'Codeword cannot tell what customers get',
    severity: 'error',
  },
  {
    name: 'another file',
    source: "{% include 'footer' %}Your code is @@password@@",
    at: ["{% include 'footer' %}"],
    says: 'Nobody gets a message',
  },
  {
    name: 'a filter without its value',
    source: 'Your code is {{ code | append: }}',
    at: ['append:'],
    says: 'Nobody gets a message: `append` has no value',
  },
  {
    name: 'another file in one branch',
    source:
      "{%- if request_language contains 'fr' -%}{% include 'fr' %}{%- else -%}Your code is @@password@@{%- endif -%}",
    at: ["{% include 'fr' %}"],
    says: 'A phone set to French (`fr`) gets nothing',
  },
])
