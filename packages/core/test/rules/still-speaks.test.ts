import { expect, test } from 'vitest'
import { type CheckOptions, profileNamed } from '../../src/index.ts'
import { diagnose } from './cases.ts'
import { cut } from './many-languages.ts'

const mfa = { profile: profileNamed('auth0-mfa')! }
const whole =
  "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip -%}{%- assign language = tag | split: '-' | first -%}"

/** Next to what good templates do, and wrong: silence about those must not spread to these. */
const faults: readonly (readonly [string, string, string, CheckOptions?])[] = [
  [
    'a text for a region that speakers of another language get',
    `${whole}{%- if tag contains '-ca' -%}Votre code : {{ code }}{%- elsif language == 'fr' -%}Votre code est {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}`,
    'substring-match',
  ],
  [
    'a text for one region only, the others left to the fallback',
    `${whole}{%- if tag == 'pt-br' -%}Seu código: {{ code }}{%- elsif tag == 'pt' -%}O seu código: {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}`,
    'wrong-language',
  ],
  [
    'a language that is only shut out',
    `${cut()}{%- unless tag == 'fr' -%}Your code: {{ code }}{%- endunless -%}`,
    'empty-message',
  ],
  [
    'a listed language that nobody sends',
    `{%- assign listed = 'dutch,fr' | split: ',' -%}${cut()}{%- if listed contains tag -%}Code : {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}`,
    'unknown-language',
  ],
  [
    'a region that is none',
    `${whole}{%- assign region = tag | split: '-' | last -%}{%- if language == 'zh' and region == 'taiwan' -%}驗證碼 {{ code }}{%- elsif language == 'zh' -%}验证码 {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}`,
    'unknown-language',
  ],
  [
    'another language whose tag has the same letters, in a tag that Auth0 chose',
    "{% if locale contains 'fi' %}Koodi: {{ code }}{% else %}Your code: {{ code }}{% endif %}",
    'substring-match',
    mfa,
  ],
  [
    'no text where no language is known, in a tag that Auth0 chose',
    "{% if locale contains 'en' %}Your code: {{ code }}{% elsif locale contains 'el' %}Κωδικός: {{ code }}{% endif %}",
    'empty-message',
    mfa,
  ],
  [
    'a code twice in what is sent',
    "{% if message_type == 'voice' %}{{ code }}, {{ code }}{% else %}{{ code }} {{ code }}{% endif %}",
    'code-repeated',
    mfa,
  ],
  [
    'a code twice where it is not said which is read out',
    '{{ code }}. I repeat: {{ code }}',
    'code-repeated',
    mfa,
  ],
  [
    'no code in what is read out',
    "{% if message_type == 'voice' %}Please look at your phone{% else %}{{ code }}{% endif %}",
    'code-missing',
    mfa,
  ],
  [
    'one text of several that lacks the brand',
    `${cut()}{%- case tag -%}{%- when 'fr' -%}Code {{ application.name }} : {{ code }}{%- when 'de' -%}Code: {{ code }}{%- else -%}{{ application.name }} code: {{ code }}{%- endcase -%}`,
    'branch-parity',
  ],
  ['punctuation that alone needs UCS-2', 'Your “Acme” code: {{ code }}', 'ucs2-character'],
  [
    'nothing for some of the applications',
    "{% if application.name == 'Acme' %}Your code: {{ code }}{% endif %}",
    'empty-message',
  ],
]

test.each(
  faults.map(([name, template, rule, options = {}]) => ({ name, template, rule, options })),
)('$name', async ({ template, rule, options }) => {
  expect((await diagnose(template, options)).map((found) => found.rule)).toContain(rule)
})
