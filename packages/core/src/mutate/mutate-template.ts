import type { Question } from '../decide/analysis.ts'
import { type MessageFault, messageFault } from '../fixture/message-fault.ts'
import { mergedVariables } from '../profile/examples.ts'
import { type Compiled, compile } from '../render/compile.ts'
import type { RenderFailure } from '../render/rendered.ts'
import { lazy, remembered } from '../text/lazy.ts'
import type { KillingCase } from './killing-case.ts'
import type { Mutant } from './mutant.ts'
import { mutantsOf } from './mutants.ts'
import { firstDifferent, type MutationCase, messageOf, type Sample, sampleOf } from './samples.ts'
import { usualCases } from './usual-cases.ts'
import { type Messages, type Verdict, verdictOn } from './verdict.ts'

/** A mutant, and what the cases make of it. */
export interface TestedMutant extends Mutant {
  readonly verdict: Verdict
}

/** How well the cases of a template would notice its faults. */
export interface Mutation {
  /** In source order. */
  readonly mutants: readonly TestedMutant[]
  /** Cases that no fixture has; together they kill every mutant that survives, and none can be spared. */
  readonly missing: readonly KillingCase[]
}

/** Milliseconds for all questions to the prover; what is not answered by then is open. */
const defaultBudget = 20_000

/** Milliseconds for one of them. */
const mostForOne = 1_000

/** Values whose messages from the template are kept. */
const mostRemembered = 5_000

/** A mutant on its way; undefined where Liquid rejects it. */
interface Judged extends TestedMutant {
  readonly compiled: Compiled | undefined
}

/** A case that is missing, ready to be rendered. */
interface Missing {
  readonly case: KillingCase
  readonly sample: Sample
}

/**
 * Plants faults in a template, one at a time, and renders all cases with each. A case kills a mutant where its
 * message is not exactly the template's. For each mutant that none kills the prover is asked for a case that would.
 *
 * @param question what is asked about the template, with the variables that all cases share
 * @param budget milliseconds, for the prover
 * @returns the engine's failure where Liquid rejects the template itself
 */
export function mutateTemplate(
  question: Question,
  cases: readonly MutationCase[],
  budget: number = defaultBudget,
):
  | { readonly ok: true; readonly mutation: Mutation }
  | { readonly ok: false; readonly failure: RenderFailure } {
  const { template, profile } = question
  const result = compile(template.source, template)
  if (!result.ok) return result
  const sample = (one: MutationCase): Sample => sampleOf(question, result.compiled, one)
  const variablesFor = ({
    variables = {},
  }: Pick<KillingCase, 'variables'>): Question['variables'] =>
    mergedVariables(question.variables, variables)
  const made = (one: Pick<KillingCase, 'value' | 'variables'>): Sample =>
    sample({ name: '', value: one.value, variables: variablesFor(one) })
  // Usual values are rendered again for every mutant.
  const ofValue = remembered((value) => made({ value }), mostRemembered)
  const sampleFor = (one: KillingCase): Sample =>
    one.value === null || one.variables ? made(one) : ofValue(one.value)
  const faultFor = (one: KillingCase): MessageFault | undefined =>
    messageFault({ ...question, variables: variablesFor(one) }, result.compiled, one.value)
  const samples = cases.map(sample)
  const usual = lazy(() => usualCases(question))
  const missing: Missing[] = []
  const deadline = Date.now() + budget

  const judge = (source: string, compiled: Compiled | undefined): Verdict => {
    const killer = firstDifferent(compiled, samples)
    if (killer !== undefined) return { kind: 'killed', by: killer.name }
    const known = missing.find((one) => isSound(one) && isKilled(compiled, one))
    if (known !== undefined) return survivedBy(known, compiled)
    const left = deadline - Date.now()
    if (left <= 0) return { kind: 'open', reason: 'there was no time left' }
    const render = (one: KillingCase): Messages => messagesOf(compiled, sampleFor(one))
    const trial = { usual: usual(), render, faultOf: faultFor }
    const verdict = verdictOn(question, source, trial, Math.min(left, mostForOne))
    if (verdict.kind !== 'survived') return verdict
    const faulty = verdict.case.fault && missing.find((one) => isKilled(compiled, one))
    if (faulty) return survivedBy(faulty, compiled)
    missing.push({ case: verdict.case, sample: sampleFor(verdict.case) })
    return verdict
  }
  const judged = mutantsOf(template, profile).map(({ source, ...mutant }): Judged => {
    const parsed = compile(source)
    const compiled = parsed.ok ? parsed.compiled : undefined
    return { ...mutant, compiled, verdict: judge(source, compiled) }
  })
  return { ok: true, mutation: withFewest(judged, missing) }
}

const isSound = (one: Missing): boolean => one.case.fault === undefined

const isKilled = (compiled: Compiled | undefined, { sample }: Missing): boolean =>
  firstDifferent(compiled, [sample]) !== undefined

const messagesOf = (compiled: Compiled | undefined, sample: Sample): Messages => ({
  before: sample.message,
  after: messageOf(compiled, sample),
})

const survivedBy = (one: Missing, compiled: Compiled | undefined): Verdict => ({
  kind: 'survived',
  case: one.case,
  ...messagesOf(compiled, one.sample),
})

/** Real customers with a sound message first. */
const rank = ({ case: { realistic, fault } }: Missing): number =>
  (realistic ? 0 : 1) + (fault === undefined ? 0 : 2)

/** Leaves out cases without which all that survives is killed as well; what was open may be killed by one found later. */
function withFewest(judged: readonly Judged[], missing: readonly Missing[]): Mutation {
  const ranked = [...missing].sort((a, b) => rank(a) - rank(b))
  const killers = new Map(
    judged
      .filter(({ verdict }) => verdict.kind === 'survived' || verdict.kind === 'open')
      .map((mutant) => [mutant, ranked.filter((one) => isKilled(mutant.compiled, one))]),
  )
  const kept = new Set(missing)
  for (const one of [...ranked].reverse()) {
    kept.delete(one)
    const isSpared = [...killers.values()].every(
      (some) => !some.includes(one) || some.some((other) => kept.has(other)),
    )
    if (!isSpared) kept.add(one)
  }
  const mutants = judged.map((mutant): TestedMutant => {
    const killer = killers.get(mutant)?.find((one) => kept.has(one))
    const { compiled, ...tested } = mutant
    return killer ? { ...tested, verdict: survivedBy(killer, compiled) } : tested
  })
  return { mutants, missing: missing.filter((one) => kept.has(one)).map((one) => one.case) }
}

/** How many mutants met which end. */
export function countsOf({ mutants }: Mutation): Readonly<Record<Verdict['kind'], number>> {
  const counts = { killed: 0, survived: 0, equivalent: 0, open: 0 }
  for (const { verdict } of mutants) counts[verdict.kind]++
  return counts
}

/** Per cent of the mutants that are not proved equivalent; 100 where there are none. */
export function scoreOf(mutations: readonly Mutation[]): number {
  const all = mutations.flatMap(({ mutants }) => mutants.map(({ verdict }) => verdict.kind))
  const killed = all.filter((kind) => kind === 'killed').length
  const alive = all.filter((kind) => kind === 'survived' || kind === 'open').length
  return killed + alive === 0 ? 100 : (100 * killed) / (killed + alive)
}
