import type { Arm, Case as CaseNode, Conditional, Loop, Node, Variable } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Question } from '../analysis.ts'
import { flatten } from './capture.ts'
import { identity } from './chain.ts'
import { toValue } from './engine-values.ts'
import { comparison, condition, evaluate, expression, type Names } from './expression.ts'
import { type Formula, Formulas, no, not, yes } from './formula.ts'
import { inputValue } from './inputs.ts'
import { loopOverPieces } from './loop.ts'
import type { Emission, EnteredArm, Program } from './program.ts'
import { unknown } from './unknown.ts'
import { always, type Cases, constant, tidy, type Value } from './value.ts'

/** Where execution stands: what is assigned, and where text goes. */
export interface State extends Names {
  readonly question: Question
  readonly listed: Map<string, readonly unknown[]>
  /** Names by scope, the outermost first: `assign` writes there, loops look in front of it. */
  readonly scopes: Map<string, Cases>[]
  readonly arms: EnteredArm[]
  pieces: Emission[]
  within: readonly number[]
  undecided: { readonly reason: string; readonly span: Span } | undefined
  /** Where `break` or `continue` has ended the round, where `break` has ended the loop. */
  stopped: Formula
  broken: Formula
}

/** Runs a template for all values of its inputs at once. */
export function execute(question: Question): Program {
  const state = initialState(question)
  body(state, question.template.nodes, yes)
  const { formulas, pieces, arms, listed: inputs, undecided } = state
  return { formulas, pieces, arms, inputs, ...(undecided && { undecided }) }
}

function initialState(question: Question): State {
  const formulas = new Formulas()
  const listed = new Map<string, readonly unknown[]>()
  const language = question.profile.languageVariable.split('.')
  const missing = formulas.atom({ kind: 'nil' })
  const languageCases: Cases = [
    { when: missing, value: constant(null) },
    { when: not(missing), value: { kind: 'text', chain: identity } },
  ]
  const codes = question.profile.codeVariables
  const scopes = [new Map<string, Cases>()]
  const lookUp = (
    path: readonly (string | number)[],
    variable: Variable,
  ): readonly [Cases, number] => {
    const local = scopes.findLast((scope) => scope.has(String(path[0])))?.get(String(path[0]))
    if (local) return [local, 1]
    if (language.every((step, i) => path[i] === step)) return [languageCases, language.length]
    const code = codes.find((name) => name.split('.').every((step, i) => path[i] === step))
    if (code) return [always(yes, { kind: 'code', path: code }), code.split('.').length]
    return inputValue(formulas, question.profile, question.variables, path, variable, listed)
  }
  return {
    formulas,
    lookUp,
    question,
    listed,
    scopes,
    arms: [],
    pieces: [],
    within: [],
    undecided: undefined,
    stopped: no,
    broken: no,
  }
}

export function body(state: State, nodes: readonly Node[], when: Formula): void {
  for (const node of nodes) {
    const here = state.formulas.and(when, not(state.stopped))
    if (here === no) deadArms(state, node)
    else statement(state, node, here)
  }
}

function statement(state: State, node: Node, when: Formula): void {
  const { source } = state.question.template
  switch (node.type) {
    case 'text':
      return emit(state, when, constant(node.value), node)
    case 'placeholder':
      return emit(state, when, constant(source.slice(node.start, node.end)), node)
    case 'raw':
      return emit(state, when, constant(source.slice(node.body.start, node.body.end)), node)
    case 'output':
    case 'echo':
      if (node.value) print(state, when, evaluate(state, node.value), node)
      return
    case 'assign':
      if (node.value) assign(state, node.name, when, evaluate(state, node.value))
      return
    case 'if':
    case 'unless':
      return conditional(state, node, when)
    case 'case':
      return caseOf(state, node, when)
    case 'for':
      return loop(state, node, when)
    case 'capture': {
      const outer = state.pieces
      state.pieces = []
      body(state, node.body, when)
      const pieces = state.pieces
      state.pieces = outer
      return assign(state, node.name, when, always(yes, { kind: 'captured', pieces }))
    }
    case 'block':
    case 'liquid':
      return body(state, node.body, when)
    case 'comment':
    case 'inline-comment':
      return
    case 'tablerow':
      return giveUp(state, 'tablerow', node)
    case 'tag':
      if (node.tag.name === 'break' || node.tag.name === 'continue')
        return stop(state, when, node.tag.name === 'break')
      return giveUp(state, `the tag ${node.tag.name}`, node)
    case 'junk':
      return giveUp(state, 'a part that LiquidJS cannot read', node)
  }
}

/** Outside a loop, too, nothing after it is rendered. */
function stop(state: State, when: Formula, forGood: boolean): void {
  state.stopped = state.formulas.or(state.stopped, when)
  if (forGood) state.broken = state.formulas.or(state.broken, when)
}

export function giveUp(state: State, reason: string, { start, end }: Span): void {
  state.undecided ??= { reason, span: { start, end } }
}

export function emit(state: State, when: Formula, value: Value, { start, end }: Span): void {
  if (when === no || (value.kind === 'constant' && value.value === '')) return
  state.pieces.push({ when, value, span: { start, end }, within: state.within })
}

function print(state: State, when: Formula, cases: Cases, span: Span): void {
  for (const one of cases) {
    const both = state.formulas.and(when, one.when)
    if (one.value.kind !== 'captured') emit(state, both, one.value, span)
    else
      for (const piece of one.value.pieces)
        emit(state, state.formulas.and(both, piece.when), piece.value, piece.span)
  }
}

/** `assign` and `capture` write to the outermost scope, from wherever they stand. */
export function assign(state: State, name: string, when: Formula, cases: Cases): void {
  const { formulas, scopes } = state
  const before = scopes[0]!.get(name) ?? outside(state, name)
  const written = cases.map((one) => ({ when: formulas.and(when, one.when), value: one.value }))
  const kept = before.map((one) => ({ when: formulas.and(not(when), one.when), value: one.value }))
  scopes[0]!.set(name, tidy(formulas, when === yes ? cases : [...written, ...kept]))
}

/** What a name means as long as nothing is assigned to it. */
function outside(state: State, name: string): Cases {
  const inner = state.scopes.splice(0)
  const [cases, used] = state.lookUp([name], { type: 'variable', path: [name], start: 0, end: 0 })
  state.scopes.push(...inner)
  return used === 1 ? cases : always(yes, constant(undefined))
}

function conditional(state: State, node: Conditional, when: Formula): void {
  const { formulas } = state
  let left = when
  let closed = false
  for (const arm of node.arms) {
    if (closed) {
      enter(state, arm, node, no)
      continue
    }
    closed = arm.kind === 'else'
    const holds = closed ? yes : armTest(state, arm)
    enter(state, arm, node, formulas.and(left, holds))
    left = formulas.and(left, not(holds))
  }
}

function armTest(state: State, arm: Arm): Formula {
  if (!arm.condition) return no
  const holds = condition(state, arm.condition)
  return arm.kind === 'unless' ? not(holds) : holds
}

/** Every matching `when` is rendered (LiquidJS since 10.2), tested against the subject as it was before. */
function caseOf(state: State, node: CaseNode, when: Formula): void {
  const { formulas } = state
  // LiquidJS unwraps the subject, so that `case empty` is `case ''`.
  const subject: Cases = flatten(
    formulas,
    node.subject ? evaluate(state, node.subject) : always(yes, constant(undefined)),
  ).map(({ when: there, value }) => ({
    when: there,
    value: value.kind === 'constant' ? constant(toValue(value.value)) : value,
  }))
  const hits: Formula[] = []
  let closed = false
  for (const arm of node.arms) {
    if (closed) {
      enter(state, arm, node, no)
    } else if (arm.kind === 'else') {
      closed = true
      enter(state, arm, node, formulas.and(when, not(formulas.or(...hits))))
    } else {
      const hit = formulas.or(
        ...arm.values.map((value) =>
          comparison(state, '==', subject, expression(state, value), value),
        ),
      )
      hits.push(hit)
      enter(state, arm, node, formulas.and(when, hit))
    }
  }
}

export function enter(state: State, arm: Arm, block: EnteredArm['block'], when: Formula): void {
  const outer = state.within
  state.within = [...outer, register(state, arm, block, when)]
  body(state, arm.body, when)
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

function deadArms(state: State, node: Node): void {
  if ('arms' in node) for (const arm of node.arms) enter(state, arm, node, no)
  else if ('body' in node && Array.isArray(node.body)) body(state, node.body, no)
}

/** More rounds than this of a loop over known elements are not unrolled. */
const mostRounds = 64

function loop(state: State, node: Loop, when: Formula): void {
  const cases = node.collection
    ? expression(state, node.collection)
    : always(yes, constant(undefined))
  const [round, otherwise] = node.arms
  if (!round || node.parameters.length > 0) return giveUp(state, 'a loop with parameters', node)
  for (const one of cases) {
    const here = state.formulas.and(when, one.when)
    if (here === no) continue
    if (one.value.kind === 'list') loopOverPieces(state, node, here, one.value)
    else if (one.value.kind === 'constant') unroll(state, node, here, one.value.value)
    else return giveUp(state, 'a loop over something other than a split text', node)
  }
  // What the loop is entered for is known by now; an arm that no case entered is dead.
  for (const arm of [round, otherwise])
    if (arm && !state.arms.some((a) => a.arm === arm)) enter(state, arm, node, no)
}

function unroll(state: State, node: Loop, when: Formula, collection: unknown): void {
  const items = itemsOf(collection)
  if (items === undefined || items.length > mostRounds)
    return giveUp(state, 'a loop over too many values', node)
  const [round, otherwise] = node.arms
  if (items.length === 0) {
    if (otherwise) enter(state, otherwise, node, when)
    return
  }
  const { stopped, broken } = state
  state.broken = no
  for (const item of items) {
    state.stopped = state.formulas.or(stopped, state.broken)
    const forloop = unknown(`forloop ${node.start}`, 'forloop', node, false)
    const names = [[node.variable, constant(item)] as const, ['forloop', forloop] as const]
    state.scopes.push(new Map(names.map(([name, value]) => [name, always(yes, value)])))
    enter(state, round!, node, when)
    state.scopes.pop()
  }
  Object.assign(state, { stopped, broken })
}

function itemsOf(collection: unknown): readonly unknown[] | undefined {
  const value: unknown = toValue(collection)
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? undefined : []
}
