import { expect } from 'vitest'
import {
  type CheckOptions,
  compareTemplates,
  type Difference,
  openSource,
  openTemplate,
  type Question,
} from '../../src/index.ts'

/** What it shows, a template, another one. */
type NamedPair = readonly [name: string, before: string, after: string]

/** The question that a check of a template asks. */
export async function questionAbout(source: string, options: CheckOptions = {}): Promise<Question> {
  const file = await openSource('otp.liquid', source)
  return openTemplate(file!.templates[0]!, options).question
}

/** What `compareTemplates` says of two texts. */
export const compare = async (
  before: string,
  after: string,
  options?: CheckOptions,
): Promise<Difference> =>
  compareTemplates(await questionAbout(before, options), await questionAbout(after, options))

const code = '@@password@@'
/** Languages of the templates below. */
export const tags = ['nl', 'fr', 'de', 'it']
export const text = (tag: string): string => `${tag} ${code}`
const branches = (list: readonly string[], test: (tag: string) => string): string =>
  `${list.map((tag, i) => `{% ${i ? 'elsif' : 'if'} ${test(tag)} %}${text(tag)}`).join('')}{% else %}en ${code}{% endif %}`
export const chain = (list: readonly string[]): string =>
  branches(list, (tag) => `request_language contains '${tag}'`)
export const equals = (list: readonly string[]): string => branches(list, (tag) => `t == '${tag}'`)
const asCase = (list: readonly string[]): string =>
  `{% case t %}${list.map((tag) => `{% when '${tag}' %}${text(tag)}`).join('')}{% else %}en ${code}{% endcase %}`
export const cut = (how: string): string => `{% assign t = request_language | downcase | ${how} %}`
export const blocks = (list: readonly string[], textOf = text): string =>
  list
    .map((tag) => `{% if request_language contains '${tag}' %}${textOf(tag)}. {% endif %}`)
    .join('')

/** Tags of which none is part of another. */
export function manyTags(n: number): readonly string[] {
  return Array.from({ length: n }, (_, i) => `x${i}y`)
}

/** Pairs that say the same to everybody. */
export const samePairs: readonly NamedPair[] = [
  [
    'an if-chain is the same case',
    cut('slice: 0, 2') + equals(tags),
    cut('slice: 0, 2') + asCase(tags),
  ],
  [
    'names mean nothing',
    cut('slice: 0, 2') + equals(tags),
    cut('slice: 0, 2').replace(' t ', ' u ') + equals(tags).replaceAll('t ==', 'u =='),
  ],
  [
    'arms that exclude each other may come in any order',
    cut('slice: 0, 2') + equals(tags),
    cut('slice: 0, 2') + equals(tags.toReversed()),
  ],
  ['an arm that is never entered', chain(['nl', 'fr']), chain(['nl', 'fr', 'xfr', 'nl-BE'])],
  [
    'unless and if',
    "{% unless request_language contains 'nl' %}a{% endunless %}",
    "{% if request_language contains 'nl' %}{% else %}a{% endif %}",
  ],
  [
    'texts cut in another way',
    "{% if request_language == 'nl' %}Uw{% endif %} code {{ code }}",
    "{% if request_language == 'nl' %}Uw {% else %} {% endif %}code @@password@@",
  ],
  ['a capture', chain(tags), `{% capture m %}${chain(tags)}{% endcapture %}{{ m }}`],
  [
    'a loop in both',
    `{% assign l = request_language | split: ',' %}{% for e in l %}{% if e == 'nl' %}{% assign f = e %}{% endif %}{% endfor %}{% if f %}Uw {{ code }}{% else %}Y {{ code }}{% endif %}`,
    `{% assign l = request_language | split: ',' %}{% for e in l %}{% if e == 'nl' %}{% assign f = e %}{% endif %}{% endfor %}{% unless f %}Y {{ code }}{% else %}Uw {{ code }}{% endunless %}`,
  ],
  [
    'every when that matches',
    "{% case request_language %}{% when 'a', 'b' %}x{% when 'b' %}y{% else %}z{% endcase %}",
    "{% if request_language == 'a' %}x{% elsif request_language == 'b' %}xy{% else %}z{% endif %}",
  ],
  [
    'rounds of a loop',
    "{% for i in (1..2) %}{% if request_language == 'a' %}x{% else %}y{% endif %}{% endfor %}",
    "{% if request_language == 'a' %}xx{% else %}yy{% endif %}",
  ],
  [
    'a capture within an arm',
    "{% capture m %}{% if request_language == 'a' %}x{% endif %}{% endcapture %}{% if request_language %}{{ m }}y{% endif %}",
    "{% if request_language == 'a' %}xy{% elsif request_language %}y{% endif %}",
  ],
  [
    'what is undecided in the same way',
    "{% if request_language > 'fr' %}a{% else %}b{% endif %}",
    "{% unless request_language > 'fr' %}b{% else %}a{% endunless %}",
  ],
  [
    'a value that is inserted in both',
    'Hi {{ request_language }}, {{ application.name }}',
    "Hi {{ request_language }}{{ ', ' }}{{ application.name }}",
  ],
  [
    'a hundred blocks',
    blocks(manyTags(100)),
    blocks(manyTags(100)).replaceAll("contains '", "contains  '"),
  ],
]

/** It is proved that nobody gets another message. */
export async function checkSame([_, before, after]: NamedPair): Promise<void> {
  for (const domain of ['header', 'any'] as const) {
    const difference = await compare(before, after, { domain })
    expect(difference).toMatchObject({ changes: [], complete: true, method: 'proof' })
  }
}

/** Pairs of which nothing is proved, and why. */
export const openPairs: readonly (readonly [...NamedPair, open: string])[] = [
  [
    'a construct',
    "{% if request_language > 'fr' and request_language < 'aa' %}a{% else %}b{% endif %}",
    'b',
    'the order of texts (<)',
  ],
  ['a tag', '{% tablerow i in (1..2) %}{% endtablerow %}a', 'a', 'tablerow'],
  [
    'a filter that may stop',
    '{% assign x = request_language | url_decode %}a',
    'a',
    'the filter url_decode may stop',
  ],
  ['a range without end', '{% assign x = (1..99999999) %}a', 'a', 'a range may be too long'],
  ['a given variable', 'Acme', '{{ application.name }}', 'application.name may be any text'],
  [
    'an inserted value',
    '{{ request_language }}',
    '{{ request_language | downcase }}',
    'the message shows the value itself',
  ],
  [
    'a placeholder that a caller may complete',
    '{{ request_language }}{{ code }}',
    '{{ request_language }}@@password@@',
    'a placeholder may be put together from parts',
  ],
  [
    'a placeholder in parts',
    "@@pass{% if request_language == 'x' %}word{% endif %}@@",
    "{% if request_language == 'x' %}{{ code }}{% else %}@@pass@@{% endif %}",
    'a placeholder may be put together from parts',
  ],
]

/** The reason is told, and values are tried. */
export async function checkOpen([
  _,
  before,
  after,
  open,
]: (typeof openPairs)[number]): Promise<void> {
  const difference = await compare(before, after, { domain: 'any' })
  expect(difference).toMatchObject({ method: 'search', complete: false, open })
  expect(difference.tried).toBeGreaterThan(50)
  for (const change of difference.changes) expect(change.before?.text).not.toBe(change.after?.text)
}
