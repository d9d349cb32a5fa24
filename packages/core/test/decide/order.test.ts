import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Analysis } from '../../src/decide/analysis.ts'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'

// Which template came before must not show: what machines were built for it is kept.

const analysis = (source: string): Analysis | undefined =>
  prove({
    template: parse(source),
    profile: auth0Sms,
    variables: {},
    domain: 'header',
    budget: 60_000,
  })

/** Loops that test for the same texts at the same place. */
function checkLoops(): void {
  const source = (body: string): string =>
    `{% assign list = request_language | split: ',' %}{% for e in list %}${body}{% endfor %}{{ code }}`
  const enters = source("{% unless found %}{% assign found = 'de' %}{% endunless %}")
  const never = source("{% if found %}{% assign found = 'de' %}{% endif %}")
  const dead = [never, enters, never, enters].map((one) => analysis(one)?.dead?.length)
  expect(dead).toEqual([1, 0, 1, 0])
}

const tests = [
  (tag: string) => `request_language contains '${tag}'`,
  (tag: string) => `request_language == '${tag}'`,
] as const
const texts = [
  'Code @@password@@',
  'Code: @@password@@!',
  ' ',
  'No code',
  '@@password@@ @@password@@',
]

const template = fc
  .record({
    tags: fc.constantFrom(['de', 'fr'], ['nl', 'fr-FR', 'fr'], ['pt-BR', 'es']),
    test: fc.constantFrom(...tests),
    words: fc.array(fc.constantFrom(...texts), { minLength: 4, maxLength: 4 }),
    independent: fc.boolean(),
    fallback: fc.boolean(),
  })
  .map(({ tags, test, words, independent, fallback }) => {
    const arms = tags.map(
      (tag, i) => `{% ${i > 0 && !independent ? 'els' : ''}if ${test(tag)} %}${words[i]}`,
    )
    const last = fallback ? `{% else %}${words[3]}` : ''
    return independent
      ? `${arms.join('{% endif %}')}${last}{% endif %}`
      : `${arms.join('')}${last}{% endif %}`
  })

/** Loops that test for the same texts at the same places, and do other things with them. */
const loop = fc
  .record({
    test: fc.constantFrom("e == 'nl'", "e contains 'nl'", 'found', "'nl' == e"),
    negated: fc.boolean(),
    found: fc.constantFrom('de', 'fr'),
    breaks: fc.boolean(),
    otherwise: fc.boolean(),
    last: fc.constantFrom('{% if found %}A @@password@@', "{% if found == 'de' %}B @@password@@"),
  })
  .map(({ test, negated, found, breaks, otherwise, last }) => {
    const body = `{% assign found = '${found}' %}${breaks ? '{% break %}' : ''}`
    const block = negated
      ? `{% unless ${test} %}${body}{% endunless %}`
      : `{% if ${test} %}${body}{% endif %}`
    return `{% assign list = request_language | split: ',' %}{% for e in list %}${block}${otherwise ? '{% else %}none' : ''}{% endfor %}${last}{% endif %}`
  })

const told = (source: string): string => JSON.stringify(analysis(source))

const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

test('what a loop reads says nothing about the loop of the next template', checkLoops)

describe(`templates one after the other (seed ${seed})`, () => {
  test('are told the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(template, loop), { minLength: 2, maxLength: 12 }),
        (sources) => {
          const forwards = sources.map(told)
          const backwards = sources.toReversed().map(told).toReversed()
          expect(backwards).toEqual(forwards)
        },
      ),
      { seed, numRuns: Number(process.env.CODEWORD_RUNS ?? 40) },
    )
  })
})
