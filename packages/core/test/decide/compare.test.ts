import { expect, test } from 'vitest'
import {
  type CheckOptions,
  compareTemplates,
  type Difference,
  openSource,
  openTemplate,
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
  expect(difference.tried).toBeGreaterThan(100)
})

test('asks for values that only one of the two templates tests for', async () => {
  const contains =
    "{% if request_language contains 'tlh' %}Qapla' @@password@@{% else %}Code: @@password@@{% endif %}"
  expect(told(await compare('Code: @@password@@', contains))).toEqual([
    "tlh: Code: 123456 → Qapla' 123456",
  ])
})

test('a template that Liquid rejects gives nobody anything', async () => {
  expect(told(await compare('{% if %}', 'Code: @@password@@'))).toEqual([
    'stops → Code: 123456'.replace(/^/, ': '),
  ])
})

test('a list as domain is tried whole and alone', async () => {
  const difference = await compare(old, old.replace('Uw', 'Je').replace('Votre', 'Ton'), {
    domain: ['fr-CA', 'en'],
  })
  expect(difference.changes.map(({ value }) => value)).toEqual(['fr-CA'])
  expect(difference.tried).toBe(2)
})

test('both texts hold the same code, which neither template holds', async () => {
  expect(told(await compare('123456 @@password@@', '907134 @@password@@'))).toEqual([
    ': 123456 385217 → 907134 385217',
  ])
})
