import { compile } from '../../render/compile.ts'
import type { Analysis, Question } from '../analysis.ts'
import { armFacts } from '../arms.ts'
import { valueSpace } from '../domains/value-space.ts'
import { languageNames, languageTests, templateReadsLanguage } from '../language-tests.ts'
import { heldValue } from '../message.ts'
import { supportedLanguages } from '../supported.ts'
import { findBreaches, findConflicts } from './breaches.ts'
import { findOutcomes } from './outcomes.ts'
import { searchProperties } from './properties.ts'
import { type Candidate, searchValues } from './values.ts'

/**
 * Answers a question by rendering: for the values that the template's own literals call for and for those
 * that real clients send. What it finds broken is broken; what it does not find stays unproved.
 * @returns undefined where the engine rejects the template
 */
export function search(question: Question): Analysis | undefined {
  const result = compile(question.template.source, question.template)
  if (!result.ok && result.failure.kind === 'syntax') return undefined
  const languages = supportedLanguages(question)
  const { outcomes, failures, tried } = result.ok
    ? findOutcomes(question, result.compiled, valuesFor(question, languages), languages)
    : { outcomes: [], failures: [{ value: null, failure: result.failure }], tried: 0 }
  const arms = armFacts(question.template, question.profile.languageVariable)
  const conflicts = findConflicts(question, outcomes, arms)
  return {
    method: 'search',
    variable: question.profile.languageVariable,
    domain: typeof question.domain === 'string' ? question.domain : 'any',
    languages,
    ...(question.fallback !== undefined && { fallback: question.fallback }),
    ...(question.whenMissing !== undefined && { whenMissing: question.whenMissing }),
    outcomes,
    complete: false,
    properties: searchProperties(question, outcomes, conflicts, arms, tried),
    conflicts,
    breaches: findBreaches(question, outcomes, conflicts, arms),
    failures,
  }
}

/** A template that never reads its language variable gives every value the same message: one will do. */
function valuesFor(question: Question, languages: readonly string[]): readonly Candidate[] {
  const { template, profile, domain } = question
  const real = (value: string | null): Candidate => ({
    value: heldValue(question, value),
    real: true,
  })
  if (typeof domain !== 'string') return domain.map(real)
  if (!templateReadsLanguage(template, languageNames(template, profile.languageVariable)))
    return [real(null)]
  const { has } = valueSpace(question)
  const candidates = searchValues(languageTests(template, profile.languageVariable), languages)
  return candidates
    .filter(({ value }) => has(value, domain))
    .map((one) => (one.value === null ? real(null) : one))
}
