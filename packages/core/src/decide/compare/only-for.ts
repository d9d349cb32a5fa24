import { compile } from '../../render/compile.ts'
import type { Question } from '../analysis.ts'
import { TooLarge } from '../automata/machine.ts'
import { demandsFor } from '../demand/demand.ts'
import { Undecided } from '../filters/operator.ts'
import { identity } from '../logic/chain.ts'
import { type Formula, no, not } from '../logic/formula.ts'
import { codeFor, type Judge } from '../questions/judge.ts'
import { narrowLanguages } from '../questions/language-causes.ts'
import { type Messages, messagesOf } from '../questions/messages.ts'
import { anyPair, spokenArms } from '../questions/one-language.ts'
import { piecesOf } from '../questions/pieces.ts'
import { rightDemands } from '../questions/right-language.ts'
import { variantsOf } from '../questions/variants.ts'
import { supportedLanguages } from '../supported.ts'
import { textAt } from './classes.ts'
import { makeDiffer } from './differ.ts'
import { type Pair, pairOf } from './pair.ts'
import { type Prepared, prepare } from './proof.ts'

/** A class of customers, as a fault of the old template defines it. */
export type Customers =
  /** Who gets a text in a language that is not theirs. */
  | { readonly kind: 'wrong-language' }
  /** Who gets the texts of two arms for different languages in one message. */
  | { readonly kind: 'two-texts' }
  /** About whom the tests of some arms decide: by the offsets at which they start in both templates. */
  | {
      readonly kind: 'entering'
      readonly before: readonly number[]
      readonly after: readonly number[]
    }

export type OnlyFor =
  | { readonly kind: 'proved' }
  /** The message of somebody else changes, too. */
  | { readonly kind: 'refuted'; readonly value: string | null }
  | { readonly kind: 'open'; readonly reason: string }

/** Milliseconds for one comparison. */
const budget = 5_000

/**
 * Decides whether another template changes the messages of some customers only, for all values of the domain
 * (of any text, where values are listed).
 *
 * @param before what is asked about the old template, which Liquid accepts
 * @param after what is asked about the new one
 * @param customers whose messages may change
 */
export function changesOnlyFor(before: Question, after: Question, customers: Customers): OnlyFor {
  const domain = typeof after.domain === 'string' ? after.domain : 'any'
  try {
    const pair = pairOf(before, after)
    const prepared = prepare(pair, domain, Date.now() + budget)
    const { formulas, flows, solver, before: old, after: young } = prepared.comparison
    const differs = makeDiffer(formulas, flows)(old, young)
    const allowed = formulaFor(pair, prepared, customers)
    const answer = solver.find(formulas.and(differs, not(allowed)), domain)
    if (answer.kind === 'none') return { kind: 'proved' }
    if (answer.kind === 'some') return { kind: 'refuted', value: answer.entry.value }
    return { kind: 'open', reason: answer.because.reason }
  } catch (error) {
    if (error instanceof Undecided) return { kind: 'open', reason: error.message }
    if (error instanceof TooLarge) return { kind: 'open', reason: 'it takes too many states' }
    throw error
  }
}

/** @throws Undecided where it cannot be told who belongs to the class */
function formulaFor(pair: Pair, prepared: Prepared, customers: Customers): Formula {
  const { formulas, before, after } = prepared.programs
  if (customers.kind === 'entering') {
    const entered = (program: typeof before, starts: readonly number[]): readonly Formula[] =>
      program?.arms.filter(({ arm }) => starts.includes(arm.start)).map(({ when }) => when) ?? []
    return formulas.or(...entered(before, customers.before), ...entered(after, customers.after))
  }
  const judge = judgeFor(pair.before.question, prepared, pair)
  if (customers.kind === 'two-texts') return anyPair(judge, spokenArms(judge))
  return wrongLanguage(judge, prepared)
}

function judgeFor(
  question: Question,
  { programs, solver, comparison }: Prepared,
  pair: Pair,
): Judge {
  const compiled = compile(question.template.source, question.template)
  if (programs.before === undefined || !compiled.ok) throw new Undecided('Liquid rejects it')
  return {
    question,
    program: programs.before,
    pieces: piecesOf(question, programs.before),
    solver,
    space: pair.space,
    compiled: compiled.compiled,
    code: codeFor(question),
    languages: supportedLanguages(question),
    domain: comparison.domain,
    renderings: new Map(),
  }
}

/** Where a value demands another message than it gets, or its language is served in another region only. */
function wrongLanguage(judge: Judge, prepared: Prepared): Formula {
  const {
    languages,
    pieces: { formulas },
  } = judge
  const made = messagesOf(judge)
  if (made.open) throw new Undecided(made.open.reason)
  const messages = byText(judge, made, prepared)
  const demands = demandsFor(languages)
  const variants = variantsOf(judge, made)
  const wrong = rightDemands(judge, messages, demands).map(({ when, fulfilled }, i) =>
    formulas.and(when, not(formulas.or(fulfilled, variants.of(i)))),
  )
  const isTag = formulas.text(identity, demands.firstIsTag)
  const leftOut = narrowLanguages(judge).map((tag) =>
    formulas.and(
      isTag,
      formulas.text(identity, demands.relative(languages.indexOf(tag))),
      messages.fallback,
    ),
  )
  return formulas.or(...wrong, ...leftOut)
}

/** The same text from other pieces of the template is the same message, too: nobody who gets it is wronged. */
function byText(judge: Judge, messages: Messages, { comparison }: Prepared): Messages {
  const { formulas, flows, before, solver } = comparison
  const differ = makeDiffer(formulas, flows)
  const textOf = (value: string | null): Formula => {
    const at = solver.pool.entries.findIndex((entry) => entry.value === value)
    const text = at < 0 ? undefined : textAt(before, solver, at)
    return text === undefined ? no : not(differ(before, flows.text(text, flows.end)))
  }
  const fallback = formulas.or(messages.fallback, textOf(null))
  const own = judge.languages.map((language, i) => formulas.or(messages.of(i), textOf(language)))
  return { ...messages, of: (language) => own[language]!, fallback }
}
