import type { Arm, Node } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Question } from '../analysis.ts'
import { TooLarge } from '../automata/machine.ts'
import { type Formula, no, not, yes } from '../logic/formula.ts'
import type { Names } from './expression.ts'
import type { Emission, EnteredArm } from './program.ts'
import { always, type Cases, constant, tidy, type Value } from './value.ts'

/** Where execution stands: what is assigned, and where text goes. */
export interface State extends Names {
  readonly question: Question
  readonly listed: Map<string, readonly unknown[]>
  /** Names by scope, the outermost first: `assign` writes there, loops look in front of it. */
  readonly scopes: Map<string, Cases>[]
  readonly arms: EnteredArm[]
  /** How many loops over a split text were followed so far, those in rounds of others included. */
  readonly loops: { followed: number }
  pieces: Emission[]
  within: readonly number[]
  undecided: { readonly reason: string; readonly span: Span } | undefined
  /** Where `break` or `continue` has ended the round, where `break` has ended the loop. */
  stopped: Formula
  broken: Formula
  /** Executes nodes where a formula holds; here, so that whoever enters an arm can. */
  readonly run: (state: State, nodes: readonly Node[], when: Formula) => void
}

export function giveUp(state: State, reason: string, { start, end }: Span): void {
  state.undecided ??= { reason, span: { start, end } }
}

/** As many as a template may have nodes: more come of captures that repeat themselves. */
const mostPieces = 10_000

/** @throws TooLarge */
export function emit(state: State, when: Formula, value: Value, { start, end }: Span): void {
  if (when === no || (value.kind === 'constant' && value.value === '')) return
  if (state.pieces.length === mostPieces) throw new TooLarge()
  state.pieces.push({ when, value, span: { start, end }, within: state.within })
}

/** Where a name takes more values than this, by cases, they double with each condition. */
const mostCases = 4096

/**
 * `assign` and `capture` write to the outermost scope, from wherever they stand.
 * @throws TooLarge
 */
export function assign(state: State, name: string, when: Formula, cases: Cases): void {
  const { formulas, scopes } = state
  const before = scopes[0]!.get(name) ?? outside(state, name)
  const written = cases.map((one) => ({ when: formulas.and(when, one.when), value: one.value }))
  const kept = before.map((one) => ({ when: formulas.and(not(when), one.when), value: one.value }))
  const after = tidy(formulas, when === yes ? cases : [...written, ...kept])
  if (after.length > mostCases) throw new TooLarge()
  scopes[0]!.set(name, after)
}

/** What a name means as long as nothing is assigned to it. */
function outside(state: State, name: string): Cases {
  const inner = state.scopes.splice(0)
  const [cases, used] = state.lookUp([name], { type: 'variable', path: [name], start: 0, end: 0 })
  state.scopes.push(...inner)
  return used === 1 ? cases : always(yes, constant(undefined))
}

export function enter(state: State, arm: Arm, block: EnteredArm['block'], when: Formula): void {
  const outer = state.within
  state.within = [...outer, register(state, arm, block, when)]
  state.run(state, arm.body, when)
  state.within = outer
}

/** Notes where an arm is entered and gives its index; an arm may be entered in several rounds of a loop. */
export function register(
  state: State,
  arm: Arm,
  block: EnteredArm['block'],
  when: Formula,
): number {
  const { arms, formulas } = state
  const index = arms.findLastIndex((entered) => entered.arm === arm)
  if (index < 0) return arms.push({ arm, block, when, parent: state.within.at(-1) }) - 1
  arms[index] = { ...arms[index]!, when: formulas.or(arms[index]!.when, when) }
  return index
}
