import type { PropertyName, Question } from '../../src/decide/analysis.ts'
import { prove } from '../../src/decide/prove.ts'
import type { DomainName } from '../../src/language/domain.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'
import { same } from './oracle.ts'

/** A template with what is known about it; a witness value where it is the only or the shortest one. */
export interface NamedCase {
  readonly name: string
  readonly source: string
  readonly question: Pick<Question, 'domain' | 'languages' | 'fallback'>
  readonly expected: readonly (readonly [
    name: PropertyName,
    status: 'proved' | 'broken' | 'unproved',
    value?: string | null,
  ])[]
  /** The widest domain in which each dead arm is dead. */
  readonly dead?: readonly DomainName[]
}

const code = '@@password@@'

/** The idiom that the guides recommend. */
export const idiom = (languages: readonly string[], fallback = 'Your code'): string =>
  `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}{%- case tag -%}${languages
    .map((language) => `{%- when '${language}'${aliases[language] ?? ''} -%}${language}: ${code}`)
    .join('')}{%- else -%}${fallback}: ${code}{%- endcase -%}`

const aliases: Readonly<Record<string, string>> = {
  he: ", 'iw'",
  id: ", 'in'",
  yi: ", 'ji'",
  jv: ", 'jw'",
  ro: ", 'mo'",
  no: ", 'nb', 'nn'",
}

/** The sample of Auth0's guide of 2016, in our own words. */
export const sample = `{% if request_language contains 'dutch' %}\nUw code: ${code}\n{% endif %}\n{% if request_language contains 'fr-FR' %}\nVotre code : ${code}\n{% endif %}\n`

const header = { domain: 'header' } as const
const any = { domain: 'any' } as const

export const namedCases: readonly NamedCase[] = [
  {
    name: 'the sample',
    source: sample,
    question: header,
    expected: [
      ['never-empty', 'broken'],
      ['code-always', 'broken'],
      ['code-once', 'broken', 'dutchfr-FR'],
      ['all-reachable', 'proved'],
      ['one-language', 'broken', 'dutchfr-FR'],
    ],
  },
  {
    name: 'the sample where real clients ask',
    source: sample,
    question: { domain: 'real' },
    expected: [
      ['code-once', 'proved'],
      ['all-reachable', 'broken'],
    ],
    dead: ['real'],
  },
  {
    name: 'the idiom',
    source: idiom(['nl', 'fr', 'he', 'id', 'ro', 'no', 'fi']),
    question: header,
    expected: [
      ['never-empty', 'proved'],
      ['code-always', 'proved'],
      ['code-once', 'proved'],
      ['all-reachable', 'proved'],
      ['within-limits', 'proved'],
      ['one-language', 'proved'],
      ['right-language', 'proved'],
      ['best-language', 'broken'],
    ],
  },
  {
    name: 'case unwraps its subject: `case empty` is not empty',
    source: `{% case empty %}{% when blank %}a${code}{% else %}b{% endcase %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'split and last of nothing but separators is nil, not a text: a partial filter proves what is false',
    source: `{% assign l = request_language | split: ',' | last %}{% if l == nil %}x{% else %}${code}{% endif %}{% unless l contains 'a' %}${code}{% endunless %}`,
    question: any,
    expected: [
      ['code-always', 'proved'],
      ['code-once', 'broken', 'en'],
    ],
  },
  {
    name: 'the first piece of nothing is nil',
    source: `{% assign l = request_language | split: ',' | first %}{% if l or request_language == nil %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'broken']],
  },
  {
    name: 'what contains a needle need not contain a longer one',
    source: `{% assign t = request_language | slice: 1, 9 %}{% if t contains 'qz' and t contains 'qzj' %}x{% elsif t contains 'qz' %}${code}{% endif %}`,
    question: any,
    expected: [['all-reachable', 'proved']],
  },
  {
    name: 'at most as long is shorter or as long',
    source: `{% if request_language.size <= 1 or request_language.size > 1 or request_language == nil %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'longer than two is three',
    source: `{% assign t = request_language | slice: 1, 9 %}{% if t contains 'qz' and t.size > 2 %}a{% endif %}${code}`,
    question: any,
    expected: [['all-reachable', 'proved']],
  },
  {
    name: 'not equal, not, or',
    source: `{% if request_language != 'a' %}${code}{% elsif request_language == 'a' %}${code}{% endif %}{% if not request_language == 'a' %}x{% elsif request_language == 'a' or request_language == 'b' %}y{% endif %}`,
    question: any,
    expected: [
      ['code-always', 'proved'],
      ['all-reachable', 'proved'],
    ],
  },
  {
    name: 'either or, or not: everybody',
    source: `{% if request_language == 'a' or request_language != 'a' %}a{% endif %}{% if not request_language == 'a' %}${code}{% elsif request_language == 'a' %}${code}{% endif %}`,
    question: any,
    expected: [
      ['never-empty', 'proved'],
      ['code-always', 'proved'],
    ],
  },
  {
    name: 'a space is blank',
    source: `{% if request_language == blank %}${code}{% elsif request_language == ' ' %}x{% else %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'a space shows nothing',
    source: `{% if request_language == 'a' %} {% else %}x{% endif %}`,
    question: any,
    expected: [['never-empty', 'broken', 'a']],
  },
  {
    name: 'an empty text is truthy',
    source: `{% if request_language or request_language == nil %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'the default of an empty text',
    source: `{% assign t = request_language | default: 'a' %}{% if t == '' or t == nil %}x{% else %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'else is for those whom no when names',
    source: `{% case request_language %}{% when 'a' %}${code}{% else %}${code}{% endcase %}`,
    question: any,
    expected: [['code-once', 'proved']],
  },
  {
    name: 'what is assigned in a branch is known after it, there only',
    source: `{% assign s = 'b' %}{% if request_language == 'a' %}{% assign s = 'a' %}{% endif %}{% if s == 'a' %}{% if request_language == 'a' %}${code}{% endif %}{% elsif s == 'b' %}{% if request_language != 'a' %}${code}{% endif %}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'what is captured depends on the branches inside',
    source: `{% capture t %}{% if request_language == 'a' %}x{% endif %}{% endcapture %}{% if t == 'x' or t == '' %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'break ends the loop',
    source: `{% for e in (1..3) %}${code}{% break %}{% endfor %}`,
    question: any,
    expected: [['code-once', 'proved']],
  },
  {
    name: 'empty pieces at the end are no rounds',
    source: `{% assign list = request_language | split: ',' %}{% for e in list %}{% if e == '' %}{% assign found = 'x' %}{% endif %}{% endfor %}{% if found and request_language contains 'a,,' and request_language.size == 3 %}x{% else %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'a number on the left',
    source: `{% if 0 > request_language.size %}x{% else %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'what cannot be decided is not proved',
    source: `{% case request_language[0] %}{% when 'zh-Hant' %}${code}{% when '_' %} {% else %}M2{% endcase %}`,
    question: any,
    expected: [['right-language', 'unproved']],
  },
  {
    name: 'a code that depends on what is not known is not proved',
    source: `{% if request_language[1] == ',' %}${code}{% else %}${code} ${code}{% endif %}`,
    question: header,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'many values of when add up',
    source: `{% case request_language %}{% when 'a' %}${'a'.repeat(900)}{% when 'a' %}${'a'.repeat(900)}{% endcase %}${code}`,
    question: any,
    expected: [['within-limits', 'broken']],
  },
  {
    name: 'and, or: no precedence, from the right',
    source: `{% if false and false or true %}x{% else %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'a filter in a condition filters the truth value',
    source: `{% if request_language contains 'fr' | downcase %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'contains nil asks for the text null',
    source: `{% if request_language contains nil %}x{% else %}${code}{% endif %}`,
    question: any,
    expected: [['code-always', 'broken', 'null']],
  },
  {
    name: 'every matching when is rendered',
    source: `{% case request_language %}{% when 'a', 'b' %}${code}{% when 'b' %}${code}{% else %}${code}{% endcase %}`,
    question: any,
    expected: [
      ['code-once', 'broken', 'b'],
      ['code-always', 'proved'],
    ],
  },
  {
    name: 'unless negates its own arm only',
    source: `{% unless request_language == 'a' %}${code}{% elsif request_language == 'a' %}${code}{% endunless %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'the code in an origin-bound last line is not counted',
    source: `Code ${code}\n\n@acme.example #${code}`,
    question: any,
    expected: [['code-once', 'proved']],
  },
  {
    name: 'unless something follows',
    source: `Code ${code}\n\n@acme.example #${code}{% if request_language == 'x' %} now{% endif %}`,
    question: any,
    expected: [['code-once', 'broken', 'x']],
  },
  {
    name: 'what no header of any form enters, and what no text does',
    source: `{% if request_language contains '!' %}a{% elsif request_language contains '!!' %}b{% endif %}${code}`,
    question: { domain: 'tag' },
    expected: [['all-reachable', 'broken']],
    dead: ['header', 'any'],
  },
  {
    name: 'a substring is no language',
    source: `{% if request_language contains 'fi' %}fi ${code}{% elsif request_language contains 'fil' %}fil ${code}{% else %}en ${code}{% endif %}`,
    question: header,
    expected: [
      ['all-reachable', 'broken'],
      ['right-language', 'broken'],
    ],
  },
  {
    name: 'the best language in a loop',
    source: `{% assign list = request_language | downcase | replace: ' ', '' | split: ',' %}{% for e in list %}{%- assign t = e | split: ';' | first | replace: '_', '-' | split: '-' | first -%}{%- unless found -%}{%- if t == 'fr' or t == 'de' -%}{%- assign found = t -%}{%- endif -%}{%- endunless -%}{% endfor %}{% case found %}{% when 'fr' %}fr ${code}{% when 'de' %}de ${code}{% else %}en ${code}{% endcase %}`,
    question: { domain: 'real', languages: ['fr', 'de'] },
    expected: [
      ['never-empty', 'proved'],
      ['code-once', 'proved'],
      ['all-reachable', 'proved'],
      ['right-language', 'broken'],
    ],
  },
  {
    name: 'forloop is another one in each round',
    source: `{% for i in (1..2) %}{% if forloop.first %}{% assign a = 1 %}{% elsif a == 1 %}${code}{% endif %}{% endfor %}${code}`,
    question: any,
    expected: [['code-once', 'broken']],
  },
  {
    name: 'a loop within a loop finds something else in each round',
    source: `{% assign targets = 'a,b' | split: ',' %}{% assign list = request_language | split: ',' %}{% for target in targets %}{% assign found = '' %}{%- for e in list -%}{%- if e == target -%}{%- assign found = 'x' -%}{%- endif -%}{%- endfor -%}{% if target == 'a' %}{% assign fa = found %}{% else %}{% assign fb = found %}{% endif %}{% endfor %}{% if fa == 'x' %}{% unless fb == 'x' %}${code}{% endunless %}{% endif %}${code}`,
    question: any,
    expected: [['code-once', 'broken', 'a']],
  },
  {
    name: 'a filter that doubles its text ends',
    source: `{% assign x = request_language %}${'{% assign x = x | append: x %}'.repeat(40)}${code}`,
    question: any,
    expected: [['code-always', 'unproved']],
  },
  {
    name: 'a name that takes twice as many values with each condition ends',
    source: `${Array.from({ length: 30 }, (_, i) => `{% if request_language contains 'x${i}' %}{% assign t = t | append: 'b${i}' %}{% endif %}`).join('')}{{ t }}${code}`,
    question: any,
    expected: [['code-always', 'unproved']],
  },
  {
    name: 'a capture that doubles itself ends',
    source: `{% assign x = 'a' %}${'{% capture x %}{{ x }}{{ x }}{% endcapture %}'.repeat(40)}{{ x }}${code}`,
    question: any,
    expected: [['code-always', 'unproved']],
  },
  {
    name: 'twenty blocks at once are too long',
    source:
      Array.from(
        { length: 20 },
        (_, i) =>
          `{% if request_language contains 'x${String.fromCharCode(97 + i)}' %}${'a'.repeat(90)}{% endif %}`,
      ).join('') + code,
    question: header,
    expected: [['within-limits', 'broken']],
  },
  {
    name: 'a caller writes a code into the message',
    source: `{{ request_language }} ${code}`,
    question: any,
    expected: [
      ['code-once', 'broken'],
      ['within-limits', 'broken'],
    ],
  },
  {
    name: 'truncate leaves a short list a list, which equals no text',
    source: `{% assign s = request_language | split: 'x' | truncate: 3 %}{% case s %}{% when '', 'a' %}A{% else %}${code}{% endcase %}`,
    question: any,
    expected: [['code-always', 'proved']],
  },
  {
    name: 'but not in a header',
    source: `{{ request_language }} ${code}`,
    question: header,
    expected: [['code-once', 'proved']],
  },
]

/** Throws where the prover says anything else. */
export function checkCase({ name, source, question, expected, dead }: NamedCase): void {
  const analysis = prove({
    template: parse(source),
    profile: auth0Sms,
    variables: {},
    budget: 60_000,
    ...question,
  })!
  for (const [property, status, value] of expected) {
    const found = analysis.properties.find((one) => one.name === property)!
    same([name, property, found.status], [name, property, status])
    if (value !== undefined) same([name, found.witness?.value], [name, value])
  }
  if (dead !== undefined) same([name, analysis.dead?.map(({ domain }) => domain)], [name, dead])
}
