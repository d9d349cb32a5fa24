import { describe, expect, test } from 'vitest'
import { compareTemplates, type Difference, profileNamed } from '../../src/index.ts'
import { byLanguage } from '../rules/cases.ts'
import {
  blocks,
  chain,
  checkOpen,
  checkSame,
  compare,
  cut,
  equals,
  manyTags,
  openPairs,
  questionAbout,
  samePairs,
  tags,
  text,
} from './compare-cases.ts'

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

test.each(samePairs)('proves: %s', (...pair) => checkSame(pair))

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
  test.each(openPairs)('%s', (...pair) => checkOpen(pair))

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
