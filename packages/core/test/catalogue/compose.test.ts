import { Liquid } from 'liquidjs'
import { Liquid as Liquid9 } from 'liquidjs-9'
import { Liquid as Liquid1010 } from 'liquidjs-10.10'
import { Liquid as Liquid1021 } from 'liquidjs-10.21'
import { describe, expect, test } from 'vitest'
import { composedSource, profiles, provenTemplate } from '../../src/index.ts'
import { randomFrom } from '../decide/machines.ts'
import { catalogueOf, languageSets } from './catalogues.ts'
import { bestChoice, firstChoice } from './oracle.ts'
import { randomValue } from './values.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 500)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)
const sms = profiles.get('auth0-sms')!

describe('first: proved for every header', () => {
  const needCode = [...profiles.values()].filter(({ codeVariables }) => codeVariables.length > 0)
  const cases = needCode.flatMap((profile) =>
    languageSets.map(([name, tags]) => ({ profile, name, tags })),
  )
  test.each(cases)('$profile.name, $name languages', async ({ profile, tags }) => {
    const catalogue = catalogueOf(tags)
    const { problems, oddities, source } = await provenTemplate(catalogue, profile)
    expect([problems, oddities]).toEqual([[], []])
    expect(source).toContain(profile.languageVariable)
  })
})

describe('best: proved for every header', () => {
  const regions = [
    '20 with regions',
    [...languageSets[4]![1], 'pt', 'pt-BR', 'es-419', 'en-GB'],
  ] as const
  // The last ones take half a minute each, or are out of reach: both scripts of two languages beside sixty.
  const cases = [...languageSets.slice(0, 5), regions, ...(runs > 5000 ? [languageSets[6]!] : [])]
  const profilesFor = (tags: readonly string[]) =>
    tags.length > 5
      ? [sms]
      : [...profiles.values()].filter(({ codeVariables }) => codeVariables.length > 0)
  const all = cases.flatMap(([name, tags]) =>
    profilesFor(tags).map((profile) => ({ name, tags, profile })),
  )
  test.each(all)(
    '$profile.name, $name languages',
    { timeout: 120_000 },
    async ({ tags, profile }) => {
      const catalogue = catalogueOf(tags, { strategy: 'best' })
      const { problems, oddities, analysis } = await provenTemplate(catalogue, profile)
      expect(problems).toEqual([])
      // A script that there is not, behind a region where another one is read.
      for (const { domain, witness } of oddities)
        expect([domain, witness!.value]).toEqual(['header', expect.stringMatching(/#aaaa/i)])
      const hasScripts = tags.some((tag) => /-Han/.test(tag))
      const best = analysis!.properties.find(({ name }) => name === 'best-language')
      if (!hasScripts) expect(best).toMatchObject({ status: 'proved', domain: 'header' })
    },
  )
})

describe(`against an independent lookup (seed ${seed}, ${runs} values each)`, () => {
  const engines = {
    '10.30': new Liquid(),
    9: new Liquid9(),
    '10.10': new Liquid1010(),
    '10.21': new Liquid1021(),
  }
  const cases = (['first', 'best'] as const).flatMap((strategy) =>
    languageSets.map(([name, tags]) => ({ strategy, name, tags })),
  )
  test.each(cases)(
    '$strategy, $name languages',
    { timeout: 60_000 + runs * 10 },
    ({ strategy, tags }) => {
      const source = composedSource(catalogueOf(tags, { strategy, placeholder: 'code' }), sms)
      const parsed = Object.values(engines).map((engine) => {
        const template = engine.parse(source) as never
        return (value: string | null): string =>
          String(engine.renderSync(template, { request_language: value, code: '1' }))
      })
      const said = (value: string | null): string => {
        const texts = parsed.map((render) => render(value))
        expect([value, ...texts]).toEqual([value, ...texts.map(() => texts[0]!)])
        return /^\[([\w-]+)\] 1$/.exec(texts[0]!)?.[1] ?? texts[0]!
      }
      expect(said(null)).toBe(tags[0])
      expect(said('*')).toBe(tags[0])
      const random = randomFrom(seed)
      let decided = 0
      for (let run = 0; run < runs; run++) {
        const value = randomValue(random, tags)
        const due = strategy === 'best' ? bestChoice(value, tags) : firstChoice(value, tags)
        if (due === undefined) continue
        decided++
        expect([value, said(value)]).toEqual([value, due])
      }
      expect(decided).toBeGreaterThan(runs / 4)
    },
  )
})

test('equal texts are said once, and the code as it was asked for', () => {
  const entries = [
    { tag: 'en', text: 'Code: {code}' },
    { tag: 'hr', text: 'Kod: {code} {application.name}' },
    { tag: 'bs', text: 'Kod: {code} {application.name}' },
    { tag: 'de', text: 'Code: {code}' },
  ]
  const source = composedSource({ fallback: 'en', entries }, sms)
  expect(source).toContain("{%- when 'hr', 'bs' -%}\nKod: @@password@@ {{ application.name }}\n")
  expect(source).not.toContain("'de'")
  const liquid = composedSource({ fallback: 'en', entries, placeholder: 'code' }, sms)
  expect(liquid).toContain('{%- else -%}\nCode: {{ code }}\n')
})

test('only tags and filters are used that Auth0 documents', () => {
  for (const [, tags] of languageSets)
    for (const strategy of ['first', 'best'] as const) {
      const source = composedSource(catalogueOf(tags, { strategy }), sms)
      for (const [, tag] of source.matchAll(/\{%-? (\w+)/g))
        expect([...sms.tags.names, 'when', 'endcase', 'endif', 'endfor', 'endcomment']).toContain(
          tag,
        )
      for (const [, filter] of source.matchAll(/ \| (\w+)/g))
        expect(sms.filters.names).toContain(filter)
    }
})

describe('what cannot be', () => {
  test('too long a template is told', async () => {
    const tags = languageSets[4]![1]
    const entries = tags.map((tag) => ({ tag, text: `${tag} ${'x'.repeat(300)} {code}` }))
    const { problems } = await provenTemplate({ fallback: 'en', entries }, sms)
    expect(problems).toMatchObject([{ kind: 'template-too-long', limit: 5120 }])
  })

  test('a text with more segments than it may is told by its language', async () => {
    const entries = [
      { tag: 'en', text: 'Code {code}' },
      { tag: 'el', text: `Κωδικός ${'α'.repeat(70)} {code}` },
    ]
    const { problems } = await provenTemplate(
      { fallback: 'en', entries, limits: { segments: 1 } },
      sms,
    )
    expect(problems).toEqual([{ kind: 'too-many-segments', tag: 'el', segments: 2, limit: 1 }])
  })
})
