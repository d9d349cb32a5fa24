import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  type Catalogue,
  catalogueYaml,
  composedSource,
  extractCatalogue,
  openSource,
  openTemplate,
  profiles,
  readCatalogue,
} from '../../src/index.ts'
import { languageSets } from './catalogues.ts'

const sms = profiles.get('auth0-sms')!

async function extracted(source: string, languages?: readonly string[]) {
  const [embedded] = (await openSource('otp.liquid', source))!.templates
  const options = { fallback: 'en', ...(languages && { languages }) }
  const result = await extractCatalogue(openTemplate(embedded!, options))
  if (!result.ok) throw new Error(result.problem)
  return result
}

describe('extract(compose(C)) = C', () => {
  const cases = (['first', 'best'] as const).flatMap((strategy) =>
    languageSets.slice(0, 6).map(([name, tags]) => ({ strategy, name, tags })),
  )
  test.each(cases)(
    '$strategy, $name languages',
    { timeout: 60_000 },
    async ({ strategy, tags }) => {
      const entries = tags.map((tag, at) => ({
        tag,
        text: `${tag} {application.name}: {code}${at % 3 === 0 ? '.\nSecond line' : ''}`,
      }))
      const source = composedSource({ fallback: 'en', strategy, entries }, sms)
      const { catalogue, difference } = await extracted(source)
      expect(catalogue.fallback).toBe('en')
      expect(catalogue.entries).toEqual(entries)
      expect(difference.changes).toEqual([])
    },
  )
})

const folder = fileURLToPath(new URL('../../../../fixtures/ok/', import.meta.url))

/** Whose texts are those of one language each, told apart by the first choice or the best one. */
const exact = [
  'additive-line',
  'africa',
  'best-language',
  'central-europe',
  'five-languages',
  'greek-cyrillic',
  'guardian-locale',
  'if-chain',
  'india',
  'nordic-list',
  'not-equal',
  'persian',
  'prefix',
  'regional',
  'right-to-left',
  'several-lines',
  'south-east-asia',
  'twelve-languages',
  'two-languages',
  'two-languages-if',
  'unless',
]

test('every example is extracted, and composed again it is the same or says for whom not', async () => {
  const names = globSync('*.liquid', { cwd: folder }).map((file) => file.replace('.liquid', ''))
  const same: string[] = []
  for (const name of names.sort()) {
    const source = readFileSync(`${folder}${name}.liquid`, 'utf8')
    const [embedded] = (await openSource('otp.liquid', source))!.templates
    const result = await extractCatalogue(openTemplate(embedded!, { fallback: 'en' }))
    if (result.ok && result.difference.changes.length === 0 && result.difference.complete)
      same.push(name)
  }
  expect(same).toEqual(expect.arrayContaining(exact.filter((name) => names.includes(name))))
  console.log(`${same.length} of ${names.length} examples are the same: ${same.join(' ')}`)
})

test('what a catalogue cannot say is told', async () => {
  const { notes } = await extracted('{{ application.name | upcase }}: {{ code }}')
  expect(notes).toEqual(['en: {APPLICATION.NAME} is no marker'])
  const contains =
    "{% if request_language contains 'fr' %}Votre code : {{ code }}{% else %}Code: {{ code }}{% endif %}"
  const { difference } = await extracted(contains)
  expect(difference.changes.length).toBeGreaterThan(0)
})

test('a catalogue is written so that it reads the same', async () => {
  const catalogue: Catalogue = {
    template: './otp.liquid',
    strategy: 'best',
    placeholder: 'code',
    fallback: 'en',
    languages: ['en', 'no'],
    limits: { segments: 2 },
    note: 'yes: really',
    entries: [
      { tag: 'en', text: 'Your code: {code}\n@example.com #{code}' },
      { tag: 'no', text: '  #1 \'kode\' "x" {code} \t', note: 'on', source: '00000000' },
    ],
  }
  const read = await readCatalogue('x.catalogue.yaml', await catalogueYaml(catalogue))
  expect(read).toEqual({ ok: true, catalogue })
})
