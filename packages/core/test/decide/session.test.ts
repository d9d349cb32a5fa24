import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { parse } from '../../src/syntax/parse.ts'

// Templates of one shape share what was learnt about their conditions. Which came before must not show.

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

const told = (source: string): string =>
  JSON.stringify(
    prove({
      template: parse(source),
      profile: auth0Sms,
      variables: {},
      domain: 'header',
      budget: 60_000,
    }),
  )

const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

describe(`templates one after the other (seed ${seed})`, () => {
  test('are told the same in any order', () => {
    fc.assert(
      fc.property(fc.array(template, { minLength: 2, maxLength: 12 }), (sources) => {
        const forwards = sources.map(told)
        const backwards = sources.toReversed().map(told).toReversed()
        expect(backwards).toEqual(forwards)
      }),
      { seed, numRuns: Number(process.env.CODEWORD_RUNS ?? 40) },
    )
  })
})
