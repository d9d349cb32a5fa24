import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openTemplate } from '../../src/check/open-template.ts'
import type { Question } from '../../src/decide/analysis.ts'
import { compareTemplates } from '../../src/decide/compare/compare.ts'
import {
  countsOf,
  type Mutation,
  mutateTemplate,
  scoreOf,
} from '../../src/mutate/mutate-template.ts'
import { mergedVariables } from '../../src/profile/examples.ts'
import { openSource } from '../../src/source/open-source.ts'
import { cpuClock } from '../cpu.ts'
import {
  checkMutations,
  checkTexts,
  checkVerdicts,
  mutationOf,
  questionFor,
} from './mutate-oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 12)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

const two =
  "{% if request_language contains 'fr' %}Code {{ code }}{% else %}Your code {{ code }}{% endif %}"

const ends = (
  question: Question,
  values: readonly (string | null)[],
): Readonly<Record<string, unknown>> => {
  const cases = values.map((value) => ({ name: String(value), value }))
  return countsOf(mutationOf(question, cases))
}

describe('a case kills a mutant', () => {
  const named = (values: readonly (string | null)[], operator: string): unknown =>
    mutationOf(
      questionFor(two),
      values.map((value) => ({ name: `for ${value}`, value })),
    ).mutants.find((mutant) => mutant.operator === operator)?.verdict

  test('where its message is another one, and is named', () => {
    expect(named([null, 'fr'], 'swap-tag')).toEqual({ kind: 'killed', by: 'for fr' })
    expect(named([null, 'fr'], 'drop-else')).toEqual({ kind: 'killed', by: 'for null' })
  })

  test('where Liquid rejects the mutant', () => {
    const question = questionFor(
      "{{ code | append: '.' }}{% if request_language == 'fr' %}{% endif %}",
    )
    expect(ends(question, ['de', 'fr'])).toMatchObject({ survived: 0, open: 0 })
  })

  test('with its own variables', () => {
    const question = questionFor("{{ code }}{% if application.name == 'Example' %}!{% endif %}")
    const variables = mergedVariables(question.variables, { application: { name: 'Example' } })
    const verdicts = mutationOf(question, [{ name: 'a', value: null, variables }]).mutants
    const emptied = verdicts.find(({ operator }) => operator === 'empty-arm')
    expect(emptied?.verdict).toEqual({ kind: 'killed', by: 'a' })
  })
})

describe('a mutant that no case kills', () => {
  test('survives, with the simplest case of a real client that would kill it', () => {
    const { mutants } = mutationOf(questionFor(two), [
      { name: 'French', value: 'fr' },
      { name: 'nobody', value: null },
    ])
    const verdictOf = (operator: string): unknown =>
      mutants.find((mutant) => mutant.operator === operator)?.verdict
    expect(verdictOf('equals-for-contains')).toEqual({
      kind: 'survived',
      case: { value: 'fr-fr', realistic: true },
      before: 'Code 123456',
      after: 'Your code 123456',
    })
    expect(verdictOf('narrow-tag')).toMatchObject({ kind: 'killed' })
  })

  test('is equivalent where that is proved for the domain', () => {
    const question = questionFor(
      '{% if request_language %}{{ code }}{% else %}{{ code }} {% endif %}',
      {
        domain: 'tag',
      },
    )
    expect(ends(question, [null, 'fr'])).toMatchObject({ survived: 0, open: 0 })
    const same = questionFor(
      "{% if request_language == 'fr' %}{{ code }}{% elsif request_language == 'fr' %}!{% else %}{{ code }}.{% endif %}",
    )
    const { mutants } = mutationOf(same)
    const equivalent = mutants.filter(({ verdict }) => verdict.kind === 'equivalent')
    expect(equivalent.map(({ operator }) => operator)).toContain('empty-arm')
    expect(equivalent[0]?.verdict).toEqual({
      kind: 'equivalent',
      method: 'proof',
      domain: 'header',
    })
  })

  test('is equivalent where each listed value was rendered', () => {
    const question = questionFor(two, { domain: ['fr', null] })
    const verdict = mutationOf(question, []).mutants.find(
      ({ operator }) => operator === 'equals-for-contains',
    )?.verdict
    expect(verdict).toMatchObject({ kind: 'equivalent', method: 'listed' })
  })

  test('is open with a reason where neither is found', () => {
    const question = questionFor(
      "{{ code }}{% assign r = request_language | reverse %}{% if r == 'x' %}!{% endif %}",
    )
    const { mutants } = mutationOf(question)
    const open = mutants.filter(({ verdict }) => verdict.kind === 'open')
    expect(open.length).toBeGreaterThan(0)
    for (const { verdict } of open) expect(verdict).toHaveProperty('reason', 'the filter reverse')
  })

  test('is open where there is no time', () => {
    const result = mutateTemplate(questionFor(two), [], 0)
    expect(result.ok && countsOf(result.mutation)).toMatchObject({
      killed: 0,
      survived: 0,
      equivalent: 0,
    })
  })
})

test('the score leaves out what is proved equivalent', () => {
  const mutants = (['killed', 'killed', 'killed', 'survived', 'equivalent', 'open'] as const).map(
    (kind) => ({ verdict: { kind } }),
  )
  expect(scoreOf([{ mutants, missing: [] } as unknown as Mutation])).toBe(60)
  expect(scoreOf([{ mutants: [], missing: [] }])).toBe(100)
})

test('a template that Liquid rejects has no score', () => {
  expect(mutateTemplate(questionFor('{% if x %}'), [])).toMatchObject({ ok: false })
})

test('mutants are judged in the time of two questions to the prover', () => {
  const source = readFileSync('fixtures/ok/best-language.liquid', 'utf8')
  const question = questionFor(source)
  const fewer = questionFor(source.replace(' | downcase', ''))
  const compared = cpuClock()
  expect(compareTemplates(question, fewer).complete).toBe(true)
  const one = compared()
  const mutated = cpuClock()
  expect(mutationOf(question).mutants.length).toBeGreaterThan(50)
  expect(mutated()).toBeLessThan(2 * one)
})

describe('of what would kill a mutant is named', () => {
  const casesOf = (text: string, options: Parameters<typeof questionFor>[1] = {}): unknown =>
    mutationOf(questionFor(text, options)).missing.map(({ value, realistic }) => [value, realistic])
  const template =
    "{% if request_language TEST 'de' %}Ihr Code {{ code }}{% else %}{{ code }}{% endif %}"

  test('what real clients send, for a served language first', () => {
    expect(casesOf(template.replace('TEST', '=='))).toEqual([
      ['de', true],
      ['de_DE', true],
    ])
  })

  test('another language that holds its tag rather than a made-up one', () => {
    const tag = "{% assign tag = request_language | split: '-' | first %}"
    const named = casesOf(tag + template.replace('request_language TEST', 'tag =='), {
      domain: 'tag',
    })
    expect(named).toContainEqual(['kde', true])
  })

  test('only what the domain has', () => {
    const strict = "{{ code }}{% if request_language contains ',' %}!{% endif %}"
    const ends = countsOf(mutationOf(questionFor(strict, { domain: 'tag' })))
    expect(ends).toMatchObject({ open: 0, equivalent: expect.any(Number) })
    for (const { value } of mutationOf(questionFor(strict, { domain: 'tag' })).missing)
      expect(value ?? '').not.toContain(',')
  })
})

test('a case that is missing is one of the domain, also where the prover leaves a mutant open', () => {
  const open = `{% case request_language %}{% when "dutch" %}M0{% when false, '_' %}@@password@@{% unless not s.size <= 1 or not s.size < 3 and s > 0 | strip %} {% elsif request_language.last contains 'fi' %}M3 @@password@@{% endunless %}{% when "nl" %}{{ request_language }}{% endcase %}`
  const { mutants, missing } = mutationOf(questionFor(open, { domain: 'header' }))
  expect(mutants.map(({ verdict }) => verdict.kind)).toContain('survived')
  expect(missing.map(({ value }) => value)).not.toContain('_')
})

const files = globSync('fixtures/{,ok/}*.{liquid,json,yaml,tf}')
  .filter((name) => !name.includes('.codeword.'))
  .sort()

test.each(files)('what is said of the mutants of %s is so', async (file) => {
  const opened = await openSource(file, readFileSync(file, 'utf8'))
  for (const embedded of opened!.templates) {
    const counts = countsOf(checkVerdicts(openTemplate(embedded).question))
    expect(counts).toMatchObject({ open: 0 })
    expect(counts.survived).toBeGreaterThan(0)
  }
})

describe(`mutants of random templates (seed ${seed}, ${runs} templates)`, () => {
  test('are all other texts that Liquid takes, or rejects for their syntax', () => {
    expect(checkTexts(seed, runs)).toBeGreaterThan(runs)
  })

  test('are judged rightly', { timeout: 60_000 + runs * 10_000 }, () => {
    const counts = checkMutations(seed, runs)
    console.log(counts)
    expect(counts.survived).toBeGreaterThan(0)
    expect(counts.equivalent).toBeGreaterThan(0)
  })
})
