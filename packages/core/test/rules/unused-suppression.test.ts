import { ruleCases } from './cases.ts'

const plain = 'Your Acme code is @@password@@'
const comment = (text: string): string => `{%- comment -%} ${text} {%- endcomment -%}`
const dutch = `{%- if request_language == 'dutch' -%}Je Acme-code is @@password@@{%- else -%}${plain}{%- endif -%}`

ruleCases('unused-suppression', [
  {
    name: 'the rule finds nothing there',
    source: comment('codeword-disable-next-line unknown-language -- an old app') + plain,
    at: ['unknown-language'],
    says: 'finds nothing here',
    severity: 'warning',
  },
  {
    name: 'one of two rules finds nothing',
    source: comment('codeword-disable unknown-language, same-text -- an old app') + dutch,
    at: ['same-text'],
  },
  {
    name: 'a rule that is off counts as used',
    source: comment('codeword-disable unknown-language -- an old app') + plain,
    options: { severities: { 'unknown-language': 'off' } },
    at: [],
  },
  {
    name: 'nothing follows',
    source: plain + comment('codeword-disable-next-line unknown-language -- an old app'),
    at: ['unknown-language'],
  },
  {
    name: 'no reason',
    source: comment('codeword-disable unknown-language') + dutch,
    at: ['codeword-disable unknown-language'],
    says: '`codeword-disable unknown-language -- reason`',
  },
  {
    name: 'an empty reason',
    source: comment('codeword-disable unknown-language --') + dutch,
    at: ['codeword-disable unknown-language --'],
  },
  {
    name: 'an unknown rule',
    source: comment('codeword-disable unknown-langage -- an old app') + plain,
    at: ['unknown-langage'],
    says: 'Did you mean `unknown-language`?',
  },
  {
    name: 'no rule',
    source: comment('codeword-disable -- everything') + plain,
    at: ['codeword-disable -- everything'],
    says: 'names no rule',
  },
  {
    name: 'a misspelt keyword',
    source: comment('codeword-disable-nextline same-text -- x') + plain,
    at: ['codeword-disable-nextline same-text -- x'],
    says: 'Write `codeword-disable-next-line`',
  },
  {
    name: 'a rule about connections',
    source: comment('codeword-disable inline-secret -- a fake') + plain,
    at: ['inline-secret'],
    says: 'suppressions file',
  },
  {
    name: 'itself',
    source: comment('codeword-disable unused-suppression -- x') + plain,
    at: ['unused-suppression'],
    says: 'configuration',
  },
  { name: 'another comment', source: comment('codeword is fine') + plain, at: [] },
  { name: 'in a text', source: `codeword-disable same-text ${plain}`, at: [] },
  {
    name: 'in raw',
    source: `{% raw %}${comment('codeword-disable x')}{% endraw %}${plain}`,
    at: [],
  },
])
