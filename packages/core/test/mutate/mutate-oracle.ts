import { expect } from 'vitest'
import { openTemplate } from '../../src/check/open-template.ts'
import type { Question } from '../../src/decide/analysis.ts'
import { valueSpace } from '../../src/decide/domains/value-space.ts'
import { contextFor, placeholdersFor } from '../../src/decide/message.ts'
import { realValues } from '../../src/language/real-values.ts'
import { mutantsOf } from '../../src/mutate/mutants.ts'
import { countsOf, type Mutation, mutateTemplate } from '../../src/mutate/mutate-template.ts'
import { mergedVariables } from '../../src/profile/examples.ts'
import { compile } from '../../src/render/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { randomFrom } from '../decide/machines.ts'
import { languageTexts, randomTemplate } from '../decide/random-template.ts'

/** The question that a check of an SMS template asks. */
export const questionFor = (
  text: string,
  options: Parameters<typeof openTemplate>[1] = {},
): Question =>
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

/** @throws where Liquid rejects the template */
export function mutationOf(
  question: Question,
  cases: Parameters<typeof mutateTemplate>[1] = [],
): Mutation {
  const result = mutateTemplate(question, cases)
  if (!result.ok) throw new Error(result.failure.message)
  return result.mutation
}

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
export function checkVerdicts(question: Question): Mutation {
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

const randomTemplates = (seed: number, runs: number): readonly string[] =>
  Array.from({ length: runs }, (_, i) => randomTemplate(randomFrom(seed + i), languageTexts))

/**
 * The mutants of random templates are all different, and Liquid takes them or rejects their syntax.
 * @returns how many it takes
 */
export function checkTexts(seed: number, runs: number): number {
  let taken = 0
  for (const source of randomTemplates(seed, runs)) {
    const question = questionFor(source)
    const texts = mutantsOf(parse(source), question.profile).map((mutant) => mutant.source)
    expect(new Set([source, ...texts]).size).toBe(texts.length + 1)
    for (const text of texts) {
      const result = compile(text)
      if (result.ok) taken++
      else expect(result.failure.kind, text).toBe('syntax')
    }
  }
  return taken
}

/** What is said of the mutants of random templates is so, and the missing cases kill them. */
export function checkMutations(seed: number, runs: number): ReturnType<typeof countsOf> {
  const sum = { killed: 0, survived: 0, equivalent: 0, open: 0 }
  for (const source of randomTemplates(seed, runs)) {
    if (parse(source).errors.length > 0) continue
    const question = questionFor(source)
    const mutation = checkVerdicts(question)
    checkMissing(question, mutation)
    const counts = countsOf(mutation)
    for (const kind of ['killed', 'survived', 'equivalent', 'open'] as const)
      sum[kind] += counts[kind]
  }
  return sum
}
