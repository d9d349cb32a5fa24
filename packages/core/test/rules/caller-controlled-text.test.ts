import { byLanguage, ruleCases } from './cases.ts'

ruleCases('caller-controlled-text', [
  {
    name: 'the header itself',
    source: 'Your language is {{ request_language }}, your code is {{ code }}',
    at: ['{{ request_language }}'],
    says: 'a stranger can put words or a link',
    severity: 'warning',
  },
  {
    name: 'an assigned part of it',
    source: "{% assign tag = request_language | split: ',' | first %}{{ code }} {{ tag | upcase }}",
    at: ['{{ tag | upcase }}'],
  },
  {
    name: 'by way of two names',
    source: '{% assign b = a %}{% assign a = request_language %}{{ b }} {{ code }}',
    at: ['{{ b }}'],
  },
  {
    name: 'by way of a capture',
    source: '{% capture m %}<{{ request_language }}>{% endcapture %}{{ m }} {{ code }}',
    at: ['{{ m }}'],
  },
  {
    name: 'by way of tags inside a capture',
    source:
      '{% capture m %}{% if code %}{% liquid\n echo request_language %}{% endif %}{% endcapture %}{{ m }} {{ code }}',
    at: ['{{ m }}'],
  },
  {
    name: 'an element of a list of it',
    source: "{% assign tags = request_language | split: ',' %}{{ tags[0] }} {{ code }}",
    at: ['{{ tags[0] }}'],
  },
  {
    name: 'by way of a loop',
    source:
      "{% assign tags = request_language | split: ',' %}{% for t in tags %}{{ t }}{% endfor %}{{ code }}",
    at: ['{{ t }}'],
  },
  {
    name: 'as an argument',
    source: "{{ 'Hi ' | append: request_language }} {{ code }}",
    at: ["{{ 'Hi ' | append: request_language }}"],
  },
  {
    name: 'with other tags that print',
    source: '{% echo request_language %}{% cycle request_language, code %}{{ code }}',
    at: ['{% echo request_language %}', '{% cycle request_language, code %}'],
  },
  {
    name: 'in brackets',
    source: "{{ requestInfo['lang'] }} {{ message_type }} {{ code }}",
    at: ["{{ requestInfo['lang'] }}"],
  },
  {
    name: 'a test',
    source: byLanguage({ nl: 'Uw code is @@password@@' }, 'Your code is @@password@@'),
    at: [],
  },
  {
    name: 'a text chosen by it',
    source:
      "{% assign hi = 'Hello' %}{% if request_language == 'nl' %}{% assign hi = 'Hallo' %}{% endif %}{{ hi }} {{ code }}",
    at: [],
  },
  { name: 'its length', source: '{{ request_language | size }} {{ code }}', at: [] },
  { name: 'a comparison', source: "{{ request_language == 'nl' }} {{ code }}", at: [] },
  {
    name: 'a capture that nobody sees',
    source: '{% capture m %}{{ request_language }}{% endcapture %}{{ code }}',
    at: [],
  },
  { name: 'other variables', source: '{{ application.name }} {{ code }}', at: [] },
  {
    name: 'a key into data of the tenant',
    source: '{{ application.names[request_language] }} {{ code }}',
    at: [],
  },
  { name: 'a language of the tenant', source: '{{ locale }} {{ code }}', at: [] },
])
