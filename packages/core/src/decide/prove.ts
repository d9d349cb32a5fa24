import type { DomainName } from '../language/domain.ts'
import { compile } from '../render/compile.ts'
import { lazy } from '../text/lazy.ts'
import {
  type Analysis,
  type Property,
  type PropertyName,
  propertyNames,
  type Question,
} from './analysis.ts'
import { armFacts } from './arms.ts'
import { begin } from './begin.ts'
import { codeFor, type Judge, unproved } from './questions/judge.ts'
import { languageCauses } from './questions/language-causes.ts'
import { messagesOf } from './questions/messages.ts'
import { oneLanguage } from './questions/one-language.ts'
import { blocksOf, decisionTable } from './questions/outcomes.ts'
import { piecesOf } from './questions/pieces.ts'
import { allReachable, codeAlways, codeOnce, neverEmpty } from './questions/properties.ts'
import { bestLanguageOf, rightLanguage } from './questions/right-language.ts'
import { withinLimits } from './questions/within-limits.ts'
import { findBreaches } from './search/breaches.ts'
import { supportedLanguages } from './supported.ts'

/** Milliseconds that one template may take before what is left ends as `unproved`. */
const defaultBudget = 5_000

/**
 * Decides every property of a template for every value of its language variable.
 *
 * The template is run once for all values: every piece of text gets the formula of the values that reach it,
 * over sets of texts that are automata. A question is a formula too; a search over the Boolean structure with
 * the automata as its theory finds a value or proves that there is none. Whatever cannot be decided may go either
 * way, so that "never" stays a proof, and what is found is rendered by LiquidJS before it counts.
 *
 * @returns undefined where LiquidJS rejects the template
 */
export function prove(question: Question): Analysis | undefined {
  const compiled = compile(question.template.source)
  if (!compiled.ok) return undefined
  const deadline = Date.now() + (question.budget ?? defaultBudget)
  const languages = supportedLanguages(question)
  const domain: DomainName = typeof question.domain === 'string' ? question.domain : 'any'
  const { program, solver, space } = begin(question, languages, deadline)
  const pieces = piecesOf(question, program)
  const judge: Judge = {
    question,
    program,
    pieces,
    solver,
    space,
    compiled: compiled.compiled,
    code: codeFor(question),
    languages,
    domain,
    renderings: new Map(),
  }
  const { undecided } = program
  if (undecided) return everythingOpen(judge, undecided)
  const [reachable, dead] = allReachable(judge)
  const [single, conflicts] = oneLanguage(judge)
  const messages = messagesOf(judge)
  const right = rightLanguage(judge, messages)
  const table = lazy(() => decisionTable(judge))
  const questions: Readonly<Record<PropertyName, () => Property>> = {
    'never-empty': () => neverEmpty(judge),
    'code-always': () => codeAlways(judge),
    'code-once': () => codeOnce(judge),
    'all-reachable': () => reachable,
    'within-limits': () => withinLimits(judge, table()),
    'one-language': () => single,
    'right-language': () => right,
    'best-language': () => bestLanguageOf(judge, messages),
  }
  const asked = propertyNames.filter((name) => !question.without?.includes(name))
  const properties = asked.map((name) => questions[name]())
  const { outcomes, complete, whole, failures } = table()
  const arms = armFacts(question.template, question.profile.languageVariable)
  return {
    method: 'proof',
    variable: question.profile.languageVariable,
    domain,
    languages,
    ...(question.fallback !== undefined && { fallback: question.fallback }),
    ...(question.whenMissing !== undefined && { whenMissing: question.whenMissing }),
    outcomes,
    complete,
    properties,
    conflicts,
    breaches: findBreaches(question, outcomes, conflicts, arms),
    causes: languageCauses(judge, messages, right, conflicts, arms),
    failures,
    dead,
    ...(!whole && { blocks: blocksOf(judge) }),
  }
}

function everythingOpen(judge: Judge, because: { readonly reason: string }): Analysis {
  return {
    method: 'proof',
    variable: judge.question.profile.languageVariable,
    domain: judge.domain,
    languages: judge.languages,
    ...(judge.question.fallback !== undefined && { fallback: judge.question.fallback }),
    outcomes: [],
    complete: false,
    properties: propertyNames.map((name) => unproved(judge, name, because)),
    conflicts: [],
    breaches: [],
    failures: [],
    dead: [],
  }
}
