import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openTemplate } from '../../src/check/open-template.ts'
import type { Question } from '../../src/decide/analysis.ts'
import { valueSpace } from '../../src/decide/domains/value-space.ts'
import { contextFor, placeholdersFor } from '../../src/decide/message.ts'
import { realValues } from '../../src/language/real-values.ts'
import { mutantsOf } from '../../src/mutate/mutants.ts'
import {
  countsOf,
  type Mutation,
  mutateTemplate,
  scoreOf,
} from '../../src/mutate/mutate-template.ts'
import { mergedVariables } from '../../src/profile/examples.ts'
import { compile } from '../../src/render/compile.ts'
import { openSource } from '../../src/source/open-source.ts'
import { parse } from '../../src/syntax/parse.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { randomFrom } from '../decide/machines.ts'
import { languageTexts, randomTemplate } from '../decide/random-template.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 12)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

const questionFor = (text: string, options: Parameters<typeof openTemplate>[1] = {}): Question =>
  openTemplate(
    {
      name: '',
      hints: {},
      surroundings: {},
      text,
      toHost: (at) => at,
      fromHost: (at) => at,
      toHostEdit: (edit) => edit,
    },
    options,
  ).question

function mutationOf(
  question: Question,
  cases: Parameters<typeof mutateTemplate>[1] = [],
): Mutation {
  const result = mutateTemplate(question, cases)
  if (!result.ok) throw new Error(result.failure.message)
  return result.mutation
}

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

const values = [
  null,
  '',
  ...realValues.map(({ value }) => value),
  ...languageTexts.flatMap((text) => [text, `${text}-BE`, text.toUpperCase(), `x${text}`]),
  ...languageTexts.flatMap((a) => languageTexts.map((b) => `${a},${b}`)),
]

/** What LiquidJS makes of a text for a value, without anything of what is tested here. */
function rendererOf(
  question: Question,
  source: string,
): (value: string | null, variables?: object) => unknown {
  const result = compile(source)
  return (value, variables = {}) => {
    const own = { ...question, variables: mergedVariables(question.variables, { ...variables }) }
    const context = contextFor(own, value, '907134')
    const made = result.ok
      ? result.compiled.renderText(context, placeholdersFor(own, context))
      : result
    return made.ok ? made.text : undefined
  }
}

/** Values of the domain `header`, for variables that hold a header and for those that hold a tag. */
const valuesFor = (question: Question): readonly (string | null)[] =>
  values.filter((value) => valueSpace(question).domainOf(value) !== 'any')

/** Holds what is said of each mutant to what LiquidJS renders. */
function check(question: Question): Mutation {
  const { source } = question.template
  const mutation = mutationOf(question)
  const original = rendererOf(question, source)
  for (const { edits, verdict, fault } of mutation.mutants) {
    const mutant = applyEdits(source, edits)!
    const rendered = rendererOf(question, mutant)
    const about = `${fault}\n${source}\n${mutant}`
    if (verdict.kind === 'survived') {
      const { value, variables } = verdict.case
      expect(rendered(value, variables), about).not.toEqual(original(value, variables))
    } else if (verdict.kind === 'equivalent')
      for (const value of valuesFor(question))
        expect(rendered(value), `${value}: ${about}`).toEqual(original(value))
  }
  return mutation
}

/** With the cases that are missing, all that survived is killed. */
function checkMissing(question: Question, mutation: Mutation): void {
  const cases = mutation.missing.map(({ value, variables = {} }, i) => ({
    name: `${i}`,
    value,
    variables: mergedVariables(question.variables, variables),
  }))
  const killed = countsOf(mutation).survived
  expect(countsOf(mutationOf(question, cases))).toMatchObject({ survived: 0, killed })
}

const files = globSync('fixtures/{,ok/}*.{liquid,json,yaml,tf}')
  .filter((name) => !name.includes('.codeword.'))
  .sort()

test.each(files)('what is said of the mutants of %s is so', async (file) => {
  const opened = await openSource(file, readFileSync(file, 'utf8'))
  for (const embedded of opened!.templates) {
    const counts = countsOf(check(openTemplate(embedded).question))
    expect(counts).toMatchObject({ open: 0 })
    expect(counts.survived).toBeGreaterThan(0)
  }
})

describe(`mutants of random templates (seed ${seed}, ${runs} templates)`, () => {
  const sources = Array.from({ length: runs }, (_, i) =>
    randomTemplate(randomFrom(seed + i), languageTexts),
  )

  test('are all other texts that Liquid takes, or rejects for their syntax', () => {
    let taken = 0
    for (const source of sources) {
      const question = questionFor(source)
      const texts = mutantsOf(parse(source), question.profile).map((mutant) => mutant.source)
      expect(new Set([source, ...texts]).size).toBe(texts.length + 1)
      for (const text of texts) {
        const result = compile(text)
        if (result.ok) taken++
        else expect(result.failure.kind, text).toBe('syntax')
      }
    }
    expect(taken).toBeGreaterThan(runs)
  })

  test('are judged rightly', { timeout: 60_000 + runs * 10_000 }, () => {
    const all = sources
      .filter((source) => parse(source).errors.length === 0)
      .map((source) => {
        const question = questionFor(source)
        const mutation = check(question)
        checkMissing(question, mutation)
        return countsOf(mutation)
      })
    const sum = (kind: keyof (typeof all)[number]): number =>
      all.reduce((total, counts) => total + counts[kind], 0)
    console.log(`${sum('survived')} survive, ${sum('equivalent')} equivalent, ${sum('open')} open`)
    expect(sum('survived')).toBeGreaterThan(0)
    expect(sum('equivalent')).toBeGreaterThan(0)
  })
})
