import { describe, expect, test } from 'vitest'
import {
  type CheckOptions,
  compareTemplates,
  type Difference,
  openSource,
  openTemplate,
  profileNamed,
  type Question,
} from '../../src/index.ts'
import { byLanguage } from '../rules/cases.ts'

async function questionAbout(source: string, options: CheckOptions = {}): Promise<Question> {
  const file = await openSource('otp.liquid', source)
  return openTemplate(file!.templates[0]!, options).question
}

const compare = async (
  before: string,
  after: string,
  options?: CheckOptions,
): Promise<Difference> =>
  compareTemplates(await questionAbout(before, options), await questionAbout(after, options))

/** `before → after` of each change, with the languages whose message changes. */
const told = ({ changes }: Difference): readonly string[] =>
  changes.map(
    ({ languages, before, after }) =>
      `${languages}: ${before?.text ?? 'stops'} → ${after?.text ?? 'stops'}`,
  )

const arms = { nl: 'Uw code: @@password@@', fr: 'Votre code: @@password@@' }
const old = byLanguage(arms, 'Code: @@password@@').replaceAll('\n', '')

test('finds whose text is another', async () => {
  const difference = await compare(old, old.replace('Uw code', 'Je code'))
  expect(told(difference)).toEqual(['nl: Uw code: 123456 → Je code: 123456'])
  expect(difference.changes[0]?.value).toBe('nl')
})

test('finds who is served by a new arm, and who loses one', async () => {
  const german = old.replace(
    "{%- when 'fr'",
    "{%- when 'de' -%}Ihr Code: @@password@@{%- when 'fr'",
  )
  expect(told(await compare(old, german))).toEqual(['de: Code: 123456 → Ihr Code: 123456'])
  expect(told(await compare(german, old))).toEqual(['de: Ihr Code: 123456 → Code: 123456'])
})

test('says that another way to write the same changes nothing', async () => {
  const same = old
    .replace("when 'nl'", "when 'nl', 'nl'")
    .replace('tag', '_tag')
    .replace('tag -%}', '_tag -%}')
  const difference = await compare(old, same)
  expect(told(difference)).toEqual([])
  expect(difference).toMatchObject({ method: 'proof', complete: true, domain: 'header' })
})

test('asks for values that only one of the two templates tests for', async () => {
  const contains =
    "{% if request_language contains 'tlh' %}Qapla' @@password@@{% else %}Code: @@password@@{% endif %}"
  expect(told(await compare('Code: @@password@@', contains))).toEqual([
    "tlh: Code: 123456 → Qapla' 123456",
  ])
})

test('a template that Liquid rejects gives nobody anything', async () => {
  expect(told(await compare('{% if %}', 'Code: @@password@@'))).toEqual([': stops → Code: 123456'])
  expect(told(await compare(old, '{% if %}'))).toEqual([
    'nl: Uw code: 123456 → stops',
    'fr: Votre code: 123456 → stops',
    ': Code: 123456 → stops',
  ])
  expect(await compare('{% if %}', '{% case %}')).toMatchObject({ changes: [], complete: true })
})

test('a list as domain is tried whole and alone', async () => {
  const difference = await compare(old, old.replace('Uw', 'Je').replace('Votre', 'Ton'), {
    domain: ['fr-CA', 'en'],
  })
  expect(difference.changes.map(({ value }) => value)).toEqual(['fr-CA'])
  expect(difference).toMatchObject({ method: 'search', complete: true, tried: 2 })
})

test('both texts hold the same code, which neither template holds', async () => {
  expect(told(await compare('123456 @@password@@', '907134 @@password@@'))).toEqual([
    ': 123456 385217 → 907134 385217',
  ])
})

const code = '@@password@@'
const tags = ['nl', 'fr', 'de', 'it']
const text = (tag: string): string => `${tag} ${code}`
const branches = (list: readonly string[], test: (tag: string) => string): string =>
  `${list.map((tag, i) => `{% ${i ? 'elsif' : 'if'} ${test(tag)} %}${text(tag)}`).join('')}{% else %}en ${code}{% endif %}`
const chain = (list: readonly string[]): string =>
  branches(list, (tag) => `request_language contains '${tag}'`)
const equals = (list: readonly string[]): string => branches(list, (tag) => `t == '${tag}'`)
const asCase = (list: readonly string[]): string =>
  `{% case t %}${list.map((tag) => `{% when '${tag}' %}${text(tag)}`).join('')}{% else %}en ${code}{% endcase %}`
const cut = (how: string): string => `{% assign t = request_language | downcase | ${how} %}`
const blocks = (list: readonly string[], textOf = text): string =>
  list
    .map((tag) => `{% if request_language contains '${tag}' %}${textOf(tag)}. {% endif %}`)
    .join('')

describe('proves', () => {
  test.each([
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
  ])('%s', async (_, before, after) => {
    for (const domain of ['header', 'any'] as const) {
      const difference = await compare(before, after, { domain })
      expect(difference).toMatchObject({ changes: [], complete: true, method: 'proof' })
    }
  })
})

function manyTags(n: number): readonly string[] {
  return Array.from({ length: n }, (_, i) => `x${i}y`)
}

test('a shorter cut serves others', async () => {
  const difference = await compare(
    cut('slice: 0, 2') + equals(['fi', 'en']),
    cut("split: '-' | first") + equals(['fi', 'en']),
  )
  expect(difference).toMatchObject({ complete: true, method: 'proof' })
  expect(difference.changes).toMatchObject([
    {
      value: expect.stringMatching(/^fi.$/),
      before: { text: 'fi 123456' },
      after: { text: 'en 123456' },
    },
  ])
})

test('a chain in another order tells who names two languages', async () => {
  const difference = await compare(chain(tags), chain(tags.toReversed()))
  expect(difference.complete).toBe(true)
  const pairs = tags.flatMap((tag, i) =>
    tags.slice(i + 1).map((later) => `${tag} 123456 → ${later} 123456`),
  )
  expect(
    told(difference)
      .map((line) => line.replace(/^: /, ''))
      .sort(),
  ).toEqual(pairs.sort())
})

test('what the old template assigns means nothing in the new one', async () => {
  const shows = '{% if t %}known{% else %}unknown{% endif %}'
  expect(told(await compare(`{% assign t = 'x' %}${shows}`, shows))).toEqual([': known → unknown'])
  expect(told(await compare(shows, `{% assign t = 'x' %}${shows}`))).toEqual([': unknown → known'])
})

test('null is told before all others, then the shortest', async () => {
  const served = (test: string): string => `{% if ${test} %}a{% else %}b{% endif %}`
  const [change] = (await compare('a', served('request_language'))).changes
  expect(change).toMatchObject({ value: null, domain: 'tag' })
  const [other] = (await compare('b', served("request_language contains 'nl-BE'"))).changes
  expect(other).toMatchObject({ value: 'nl-BE', realistic: ['nl-BE'] })
})

test('a value that no real client sends is told as such', async () => {
  const difference = await compare(
    'a',
    "{% if request_language contains 'zz-zz-zz' %}b{% else %}a{% endif %}",
  )
  expect(difference.changes).toMatchObject([{ realistic: [], domain: 'header' }])
  expect(
    await compare('a', "{% if request_language contains '?' %}b{% else %}a{% endif %}"),
  ).toMatchObject({ changes: [], complete: true })
})

describe('blocks that stand on their own are compared text by text', () => {
  const many = manyTags(20)
  test('one text', async () => {
    const young = blocks(many, (tag) => (tag === 'x7y' ? `New ${text(tag)}` : text(tag)))
    const difference = await compare(blocks(many), young)
    expect(difference).toMatchObject({ complete: true, method: 'proof' })
    expect(difference.changes.map(({ part }) => part)).toEqual([
      { before: 'x7y 123456. ', after: 'New x7y 123456. ' },
    ])
  })
  test('in another order', async () => {
    const difference = await compare(blocks(many), blocks(many.toReversed()))
    expect(difference).toMatchObject({ complete: true, by: 'text', changes: [{ realistic: [] }] })
    expect(difference.changes[0]).not.toHaveProperty('part')
  })
  test('all but the first one lost', async () => {
    const exclusive = blocks(many).replaceAll('{% endif %}{% if', '{% elsif')
    const difference = await compare(blocks(many), exclusive)
    expect(difference.complete).toBe(true)
    expect(difference.changes.map(({ part }) => part?.before).sort()).toEqual(
      many
        .slice(1)
        .map((tag) => `${tag} 123456. `)
        .sort(),
    )
    for (const { before, after } of difference.changes) expect(before?.text).not.toBe(after?.text)
  })
})

describe('says what is not proved', () => {
  test.each([
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
  ])('%s', async (_, before, after, open) => {
    const difference = await compare(before, after, { domain: 'any' })
    expect(difference).toMatchObject({ method: 'search', complete: false, open })
    expect(difference.tried).toBeGreaterThan(50)
    for (const change of difference.changes)
      expect(change.before?.text).not.toBe(change.after?.text)
  })

  test('where there is no time', async () => {
    const [before, after] = await Promise.all(
      [chain(tags), chain(tags.toReversed())].map((source) => questionAbout(source)),
    )
    const difference = compareTemplates({ ...before!, budget: -1 }, { ...after!, budget: -1 })
    expect(difference.complete).toBe(false)
  })
})

test('other inputs that the schema lists are told', async () => {
  const profile = profileNamed('auth0-mfa')!
  const difference = await compare(
    'Code {{ code }}',
    "{% if message_type == 'voice' %}Hear {{ code }}{% else %}Code {{ code }}{% endif %}",
    { profile },
  )
  expect(difference).toMatchObject({
    complete: true,
    changes: [{ value: null, inputs: { message_type: 'voice' } }],
  })
})

test('templates of two kinds are given the same value, each by its own name', async () => {
  const before = await questionAbout(
    "{% if request_language == 'nl' %}Uw{% else %}Your{% endif %} {{ code }}",
  )
  const after = await questionAbout(
    "{% if locale == 'nl' %}Je{% else %}Your{% endif %} {{ code }}",
    { profile: profileNamed('auth0-mfa')! },
  )
  const difference = compareTemplates(before, after)
  expect(difference).toMatchObject({ variable: 'locale', method: 'proof', complete: true })
  expect(told(difference)).toEqual(['nl: Uw 123456 → Je 123456'])
})

test('templates of two kinds that read another input are searched', async () => {
  const before = await questionAbout('{{ code }}')
  const after = await questionAbout("{% if message_type == 'sms' %}{{ code }}{% endif %}", {
    profile: profileNamed('auth0-mfa')!,
  })
  expect(compareTemplates(before, after)).toMatchObject({
    method: 'search',
    complete: false,
    open: 'the two templates are given different variables',
  })
})

test('another loop in the same place is another one', async () => {
  const loop = (tag: string): string =>
    `{% assign l = request_language | split: ',' %}{% for e in l %}{% if e == '${tag}' %}{% assign f = 'x' %}{% endif %}{% endfor %}{% if f %}a{% else %}b{% endif %}`
  const difference = await compare(loop('nl'), loop('fr'))
  expect(difference.complete).toBe(true)
  expect(told(difference)).toEqual(['fr: b → a', 'nl: a → b'])
})

test('knows what stands in for a missing header, and that another value does so now', async () => {
  const before = await questionAbout("{% if request_language == 'nl' %}Uw{% else %}Your{% endif %}")
  const after = await questionAbout(
    "{% unless request_language %}?{% elsif request_language == 'nl' %}Uw{% else %}Your{% endunless %}",
  )
  const dutch = { whenMissing: 'nl' }
  expect(compareTemplates({ ...before, ...dutch }, { ...after, ...dutch })).toMatchObject({
    changes: [],
    complete: true,
  })
  const difference = compareTemplates(before, { ...before, ...dutch })
  expect(difference).toMatchObject({ changes: [{ value: null }], complete: true, method: 'proof' })
  expect(told(difference)).toEqual([': Your → Uw'])
})
