import { toValue } from '../../render/values.ts'
import type { Arm, Case as CaseNode, Conditional, Loop, Node, Variable } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Question } from '../analysis.ts'
import { TooLarge } from '../automata/machine.ts'
import { identity } from '../logic/chain.ts'
import { type Formula, Formulas, no, not, yes } from '../logic/formula.ts'
import { flatten } from './capture.ts'
import { comparison, condition, evaluate, expression } from './expression.ts'
import { inputValue } from './inputs.ts'
import { loopOverPieces } from './loop.ts'
import type { Program } from './program.ts'
import { assign, emit, enter, giveUp, type State } from './state.ts'
import { ToldInputs } from './told.ts'
import { unknown } from './unknown.ts'
import { always, type Cases, constant } from './value.ts'

/**
 * Runs a template for all values of its inputs at once.
 * @param formulas where its formulas are kept, those of other templates that read the same inputs included
 * @param place names a node among those of all these templates, for what cannot be named by its meaning
 * @param told where it is kept what the templates ask of inputs that may be anything
 */
export function execute(
  question: Question,
  formulas: Formulas = new Formulas(),
  place: State['place'] = ({ start }) => String(start),
  told: ToldInputs = new ToldInputs(formulas),
): Program {
  const state = initialState(question, formulas, place, told)
  try {
    body(state, question.template.nodes, yes)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    const whole = { start: 0, end: question.template.source.length }
    giveUp(state, 'texts that grow without bound', whole)
  }
  const { pieces, arms, listed, undecided } = state
  const inputs = new Map([...listed, ...told.values()])
  return {
    formulas,
    pieces,
    arms,
    inputs,
    told: new Set(told.values().keys()),
    ...(undecided && { undecided }),
  }
}

function initialState(
  question: Question,
  formulas: Formulas,
  place: State['place'],
  told: ToldInputs,
): State {
  const listed = new Map<string, readonly unknown[]>()
  const language = question.profile.languageVariable.split('.')
  const missing = formulas.atom({ kind: 'nil' })
  const languageCases: Cases = [
    { when: missing, value: constant(question.whenMissing ?? null) },
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
    return inputValue({ formulas, listed, told }, question, path, variable)
  }
  return {
    formulas,
    lookUp,
    place,
    question,
    listed,
    scopes,
    arms: [],
    loops: { followed: 0 },
    pieces: [],
    within: [],
    undecided: undefined,
    stopped: no,
    broken: no,
    run: body,
  }
}

function body(state: State, nodes: readonly Node[], when: Formula): void {
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
      emit(state, when, constant(node.value), node)
      return
    case 'placeholder':
      emit(state, when, constant(source.slice(node.start, node.end)), node)
      return
    case 'raw':
      emit(state, when, constant(source.slice(node.body.start, node.body.end)), node)
      return
    case 'output':
    case 'echo':
      if (node.value) print(state, when, evaluate(state, node.value), node)
      return
    case 'assign':
      if (node.value) assign(state, node.name, when, evaluate(state, node.value))
      return
    case 'if':
    case 'unless':
      conditional(state, node, when)
      return
    case 'case':
      caseOf(state, node, when)
      return
    case 'for':
      loop(state, node, when)
      return
    case 'capture': {
      const outer = state.pieces
      state.pieces = []
      body(state, node.body, when)
      const pieces = state.pieces
      state.pieces = outer
      assign(state, node.name, when, always(yes, { kind: 'captured', pieces }))
      return
    }
    case 'block':
    case 'liquid':
      body(state, node.body, when)
      return
    case 'comment':
    case 'inline-comment':
      return
    case 'tablerow':
      giveUp(state, 'tablerow', node)
      return
    case 'tag':
      if (node.tag.name === 'break' || node.tag.name === 'continue')
        stop(state, when, node.tag.name === 'break')
      else giveUp(state, `the tag ${node.tag.name}`, node)
      return
    case 'junk':
      giveUp(state, 'a part that LiquidJS cannot read', node)
      return
  }
}

/** Outside a loop, too, nothing after it is rendered. */
function stop(state: State, when: Formula, forGood: boolean): void {
  state.stopped = state.formulas.or(state.stopped, when)
  if (forGood) state.broken = state.formulas.or(state.broken, when)
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
  if (!round || node.parameters.length > 0) {
    giveUp(state, 'a loop with parameters', node)
    return
  }
  for (const one of cases) {
    const here = state.formulas.and(when, one.when)
    if (here === no) continue
    if (one.value.kind === 'list') loopOverPieces(state, node, here, one.value)
    else if (one.value.kind === 'constant') unroll(state, node, here, one.value.value)
    else {
      giveUp(state, 'a loop over something other than a split text', node)
      return
    }
  }
  // What the loop is entered for is known by now; an arm that no case entered is dead.
  for (const arm of [round, otherwise])
    if (arm && !state.arms.some((a) => a.arm === arm)) enter(state, arm, node, no)
}

function unroll(state: State, node: Loop, when: Formula, collection: unknown): void {
  const items = itemsOf(collection)
  if (items === undefined || items.length > mostRounds) {
    giveUp(state, 'a loop over too many values', node)
    return
  }
  const [round, otherwise] = node.arms
  if (items.length === 0) {
    if (otherwise) enter(state, otherwise, node, when)
    return
  }
  const { stopped, broken } = state
  state.broken = no
  for (const [index, item] of items.entries()) {
    state.stopped = state.formulas.or(stopped, state.broken)
    const key = `forloop ${state.place(node)} ${index} of ${items.length}`
    const forloop = unknown(key, 'forloop', node, false)
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
