import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type CheckOptions,
  openSource,
  openTemplate,
  profileNamed,
  reportOn,
} from '../../src/index.ts'
import { cut, idiom } from './many-languages.ts'

const folder = new URL('../../../../fixtures/ok/', import.meta.url)
const phone = { profile: profileNamed('auth0-phone')! }
const email = { profile: profileNamed('auth0-email')! }
const mfa = { profile: profileNamed('auth0-mfa')! }
// Auth0 documents no `capture`, which is no reason to say anything else about it.
const undocumented = { severities: { 'unsupported-syntax': 'off' } } as const

/** Correct templates that are too long, or too odd, for a file of their own. */
const others: Readonly<Record<string, readonly [source: string, options?: CheckOptions]>> = {
  '20 languages': [idiom(20)],
  '20 languages, if': [idiom(20, 'if')],
  '50 languages': [idiom(50)],
  '50 languages, if': [idiom(50, 'if')],
  '50 languages, locale': [idiom(50, 'case', { variable: 'locale' }), mfa],
  '100 languages': [idiom(100)],
  '100 languages after the code': [
    idiom(100, 'case', { around: ['Acme {{ code }}: ', ''], text: (name) => name }),
  ],
  '100 languages, email': [
    idiom(100, 'if', { text: (name) => `<p>${name}: <b>{{ code }}</b></p>` }),
    email,
  ],
  '150 languages after the code': [
    idiom(150, 'case', { around: ['Acme {{ code }}: ', ''], text: (name) => name }),
  ],
  '150 languages, origin-bound': [
    idiom(150, 'case', { around: ['', '\n\n@example.com #{{ code }}'], variable: 'locale' }),
    phone,
  ],
  '150 languages, if': [idiom(150, 'if', { variable: 'locale' }), phone],
  'a captured text': [
    `${cut()}{%- capture text -%}{%- if tag == 'da' -%}Din kode er{%- else -%}Your code is{%- endif -%}{%- endcapture -%}{{ text }} {{ code }}`,
    undocumented,
  ],
  'a captured message, stripped': [
    `${cut()}{% capture text %}\n{% if tag == 'da' %}Din kode: {{ code }}{% else %}Your code: {{ code }}{% endif %}\n{% endcapture %}{{ text | strip }}`,
    undocumented,
  ],
  'a captured tag without its line ends': [
    `{% capture cut %}\n{{ request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first }}\n{% endcapture %}{%- assign tag = cut | strip_newlines -%}{%- if tag == 'nl' -%}Je code is {{ code }}.{%- else -%}Your code is {{ code }}.{%- endif -%}`,
    undocumented,
  ],
  'a loop that breaks off': [
    `{%- assign found = '' -%}{%- assign choices = request_language | downcase | split: ',' -%}{%- for choice in choices -%}{%- assign tag = choice | split: ';' | first | strip | replace: '_', '-' | split: '-' | first -%}{%- assign weight = choice | split: 'q=' | last | remove: '0' | remove: '.' | strip -%}{%- if weight != '' -%}{%- if tag == 'de' or tag == 'en' -%}{%- assign found = tag -%}{%- break -%}{%- endif -%}{%- endif -%}{%- endfor -%}{%- if found == 'de' -%}Ihr Code: {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}`,
    undocumented,
  ],
}

const all = [
  ...readdirSync(folder).map((name): readonly [string, string, CheckOptions] => [
    name,
    readFileSync(new URL(name, folder), 'utf8'),
    {},
  ]),
  ...Object.entries(others).map(
    ([name, [source, options = {}]]): readonly [string, string, CheckOptions] => [
      `${name}.liquid`,
      source,
      options,
    ],
  ),
]

/** A false alarm on a correct template is a bug, and so is an info finding. */
test.each(all)('%s is silent and broken for nobody', async (name, text, options) => {
  const source = (await openSource(name, text))!
  const opened = source.templates.map((embedded) => openTemplate(embedded, options))
  expect(opened).not.toEqual([])
  expect(reportOn(source, opened, options).diagnostics).toEqual([])
  const broken = opened.flatMap(({ analysis }) =>
    analysis()!.properties.filter(
      ({ status, name }) => status === 'broken' && name !== 'best-language',
    ),
  )
  expect(broken).toEqual([])
})
