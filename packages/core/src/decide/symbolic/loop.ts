import type { Arm, Loop } from '../../syntax/tree.ts'
import { identity } from '../logic/chain.ts'
import { type Formula, Formulas, no, not, yes } from '../logic/formula.ts'
import { Sat } from '../logic/sat.ts'
import { isEmpty } from './apply.ts'
import { namesIn } from './loop-names.ts'
import type { EnteredArm } from './program.ts'
import { ending, entering, type Rounds, type Step } from './rounds.ts'
import { assign, emit, enter, giveUp, register, type State } from './state.ts'
import { keyOf, unknown } from './unknown.ts'
import { always, type Cases, constant, type Value } from './value.ts'

/** More combinations of assigned values than this are not followed. */
const mostStates = 64
const mostCombinations = 4096

/** The values of the assigned names, one state of the loop; undefined: something that is not followed. */
type Values = readonly (Value | undefined)[]

/**
 * A loop over a split text whose body only assigns: for all texts at once, the values that it leaves
 * behind. Names that take anything but constants are unknown after the loop.
 */
export function loopOverPieces(
  state: State,
  node: Loop,
  when: Formula,
  { chain, separator }: Value & { readonly kind: 'list' },
): void {
  const { formulas } = state
  const [round, otherwise] = node.arms as readonly [Arm, Arm?]
  const empty = isEmpty(formulas, { kind: 'list', chain, separator })
  if (otherwise) enter(state, otherwise, node, formulas.and(when, empty))
  const followed = follow(state, node, when)
  if (typeof followed === 'string') {
    giveUp(state, followed, node)
    return
  }
  const { rounds, names, fresh, values, arms, blank } = followed
  const some = formulas.and(when, not(empty))
  // A loop within a loop is another one in each round: what surrounds it may have changed.
  const key = `loop ${state.place(node)} ${state.loops.followed++}`
  if (blank) emit(state, some, { kind: 'blank', key: `blank ${key}` }, node)
  const outer = state.within
  const indices = [register(state, round, node, some)]
  for (const { arm, block, parent, entered } of arms) {
    state.within = [...outer, indices[parent === undefined ? 0 : parent + 1]!]
    const enters = entering(rounds, `${key} arm ${arm.start}`, separator, entered)
    indices.push(register(state, arm, block, formulas.and(when, formulas.text(chain, enters))))
  }
  state.within = outer
  const ends = values.map((_, at) => formulas.text(chain, ending(rounds, key, separator, at)))
  for (const [i, name] of names.entries()) {
    const cases = values.map((after, at) => ({
      when: ends[at]!,
      value: after[i] ?? unknown(`${key} ${name}`, `${name} after the loop`, round, false),
    }))
    assign(state, name, when, [...cases, { when: isMissing(formulas), value: constant(undefined) }])
  }
  for (const name of fresh)
    assign(
      state,
      name,
      when,
      always(yes, unknown(`${key} ${name}`, `${name} after the loop`, round, false)),
    )
}

/** No loop is over a missing value; its case keeps the cases complete. */
const isMissing = (formulas: Formulas): Formula => formulas.atom({ kind: 'nil' })

interface Followed {
  readonly rounds: Rounds
  readonly names: readonly string[]
  /** Those that every round gives a new value, which nobody follows. */
  readonly fresh: readonly string[]
  /** By state of the rounds: the value of each name. */
  readonly values: readonly Values[]
  readonly arms: readonly (EnteredArm & { readonly entered: readonly Formula[] })[]
  /** Whether white space is put into the message. */
  readonly blank: boolean
}

/** Explores the values of the assigned names; a text says why that is not possible. */
function follow(state: State, node: Loop, when: Formula): Followed | string {
  const { kept: names, fresh } = namesIn(node.arms[0]!.body)
  const start = names.map((name) => only(state, name, when))
  if (start.includes(undefined)) return 'a loop that starts from several values'
  const formulas = new Formulas()
  const values: Values[] = []
  const ids = new Map<string, number>()
  const idOf = (after: Values): number => {
    const key = after.map((value) => (value ? keyOf(value) : '?')).join('\n')
    if (!ids.has(key)) ids.set(key, values.push(after) - 1)
    return ids.get(key)!
  }
  // The last value of each state: whether `break` has ended the loop.
  idOf([...start, constant(false)])
  const steps: Step[][] = []
  const entered = new Map<number, Formula[]>()
  let arms: readonly EnteredArm[] = []
  let blank = false
  for (let at = 0; at < values.length; at++) {
    if (at > mostStates) return 'a loop with too many states'
    const before = values[at]!
    if (isTrue(before.at(-1))) {
      steps.push([{ when: yes, to: at }])
      continue
    }
    const inner = roundState(state, node, formulas, names, fresh, before)
    inner.run(inner, node.arms[0]!.body, yes)
    if (inner.undecided) return inner.undecided.reason
    const visible = inner.pieces.filter((piece) => !isBlank(piece.value))
    if (visible.length > 0) return 'text inside a loop over the language value'
    blank ||= inner.pieces.length > 0
    arms = inner.arms
    for (const [index, arm] of arms.entries()) {
      const list = entered.get(index) ?? []
      list[at] = arm.when
      entered.set(index, list)
    }
    const outcomes = combinations(inner, names)
    if (outcomes === undefined) return 'a loop with too many outcomes'
    steps.push(outcomes.map((outcome) => ({ when: outcome.when, to: idOf(outcome.values) })))
  }
  const rounds = { formulas, steps }
  const onThePiece = formulas.atoms.every((atom) => atom === undefined || atom.kind === 'text')
  if (!onThePiece) return 'a loop whose body depends on more than the piece and what it assigned'
  return {
    rounds,
    names,
    fresh,
    values,
    blank,
    arms: arms.map((arm, i) => ({ ...arm, entered: entered.get(i)! })),
  }
}

const isTrue = (value: Value | undefined): boolean =>
  value?.kind === 'constant' && value.value === true

const isBlank = (value: Value): boolean =>
  value.kind === 'blank' || (value.kind === 'constant' && /^\s*$/.test(String(value.value)))

/** The one constant that a name stands for where the loop starts. */
function only(state: State, name: string, when: Formula): Value | undefined {
  const [cases, used] = state.lookUp([name], { type: 'variable', path: [name], start: 0, end: 0 })
  const possible = cases.filter((one) => state.formulas.and(when, one.when) !== no)
  const [first] = possible
  return used === 1 && possible.length === 1 && first?.value.kind === 'constant'
    ? first.value
    : undefined
}

function roundState(
  state: State,
  node: Loop,
  formulas: Formulas,
  names: readonly string[],
  fresh: readonly string[],
  values: Values,
): State {
  const unknownOf = (name: string): Cases =>
    always(yes, unknown(`${name} in ${node.start}`, name, node, false))
  const front = new Map<string, Cases>([
    [node.variable, always(yes, { kind: 'text', chain: identity })],
    ['forloop', unknownOf('forloop')],
  ])
  const bottom = new Map<string, Cases>([
    ...names.map(
      (name, i) => [name, values[i] ? always(yes, values[i]) : unknownOf(name)] as const,
    ),
    ...fresh.map((name) => [name, unknownOf(name)] as const),
  ])
  const scopes = [bottom, front]
  return {
    ...state,
    formulas,
    scopes,
    arms: [],
    pieces: [],
    within: [],
    stopped: no,
    broken: no,
    undecided: undefined,
    lookUp: (path, variable) => {
      const name = String(path[0])
      const local = scopes.findLast((scope) => scope.has(name))?.get(name)
      if (local) return [local, 1]
      const [cases, used] = state.lookUp(path, variable)
      const [first] = cases
      if (cases.length === 1 && first?.value.kind === 'constant')
        return [[{ when: yes, value: first.value }], used]
      return [unknownOf(path.join('.')), path.length]
    },
  }
}

/** Every combination of the values that the names have after a round, and whether it broke off. */
function combinations(
  inner: State,
  names: readonly string[],
): readonly { readonly when: Formula; readonly values: Values }[] | undefined {
  const { formulas, broken, scopes } = inner
  let found: { readonly when: Formula; readonly values: Values }[] = [{ when: yes, values: [] }]
  const breaks: Cases = [
    { when: broken, value: constant(true) },
    { when: not(broken), value: constant(false) },
  ]
  for (const cases of [...names.map((name) => scopes[0]!.get(name)!), breaks]) {
    found = found.flatMap(({ when, values }) =>
      pinned(formulas, cases).flatMap((one) => {
        const both = formulas.and(when, one.when)
        const value = one.value.kind === 'constant' ? one.value : undefined
        return both === no ? [] : [{ when: both, values: [...values, value] }]
      }),
    )
    if (found.length > mostCombinations) return undefined
  }
  const sat = new Sat(formulas, { implied: () => [], conflict: () => undefined }, [])
  return found.filter(({ when }) => sat.solve([when], mostCombinations) !== undefined)
}

/** A text that the body has compared with constants is one of them, or none: `if t == 'fr'`, `assign found = t`. */
function pinned(formulas: Formulas, cases: Cases): Cases {
  return cases.flatMap((one): Cases => {
    const { when, value } = one
    if (value.kind !== 'text') return [one]
    const known = formulas.atoms.flatMap((atom, node) =>
      atom?.kind === 'text' &&
      atom.chain.key === value.chain.key &&
      atom.predicate.only !== undefined
        ? [{ when: node * 2, value: constant(atom.predicate.only) }]
        : [],
    )
    const other = formulas.and(when, ...known.map((equal) => not(equal.when)))
    return [
      ...known.map((equal) => ({ ...equal, when: formulas.and(when, equal.when) })),
      { when: other, value },
    ]
  })
}
