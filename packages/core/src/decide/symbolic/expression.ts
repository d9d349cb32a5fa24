import { literalValue, readConstant, toValue } from '../../render/values.ts'
import type { Expression, Filter, Filtered, Variable } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import { TooLarge } from '../automata/machine.ts'
import { type Formula, type Formulas, not, yes } from '../logic/formula.ts'
import { applyFilter, pieceAt } from './apply.ts'
import { flatten } from './capture.ts'
import { compare, truthy } from './compare.ts'
import { keyOf, unknown } from './unknown.ts'
import { always, type Cases, constant, type Piece, tidy, type Value } from './value.ts'

/** What names mean where an expression stands. */
export interface Names {
  readonly formulas: Formulas
  /** The value of a name followed by a path, as far as names are steps; the rest is read from it. */
  readonly lookUp: (
    path: readonly (string | number)[],
    variable: Variable,
  ) => readonly [Cases, used: number]
  /** Names a node, by where it stands, among all templates that share the formulas. */
  readonly place: (node: Span) => string
}

/** More combinations than this of the values of one expression are not told apart. */
const mostCases = 4096

/** The value of an expression with filters. */
export function evaluate(names: Names, filtered: Filtered): Cases {
  let value = expression(names, filtered.expression)
  for (const filter of filtered.filters) {
    const { formulas } = names
    const together = joinedBy(names, filter, value)
    if (together !== undefined) {
      value = together
      continue
    }
    let combined: Combined = flatten(formulas, value).map((one) => ({
      when: one.when,
      values: [one.value],
    }))
    for (const arg of filter.args)
      combined = combine(formulas, combined, flatten(formulas, expression(names, arg.value)))
    value = tidy(
      formulas,
      combined.flatMap(({ when, values: [input, ...args] }) =>
        applyFilter(
          formulas,
          input!,
          filter,
          args.map((arg, i) => [filter.args[i]!.key, arg] as const),
        ).map((result) => ({ when: formulas.and(when, result.when), value: result.value })),
      ),
    )
  }
  return value
}

/** More pieces than this of one text are not followed. */
const mostPieces = 200

/** `append` and `prepend` put texts together as a capture does, where a piece of them is not known in advance. */
function joinedBy(names: Names, filter: Filter, cases: Cases): Cases | undefined {
  const [only, ...others] = filter.args
  if (filter.name !== 'append' && filter.name !== 'prepend') return undefined
  if (only === undefined || only.key !== undefined || others.length > 0) return undefined
  const added = expression(names, only.value)
  if (![...cases, ...added].some(({ value }) => isOpen(value))) return undefined
  const joined = cases.flatMap((one) =>
    added.map((other) => {
      const [left, right] = filter.name === 'append' ? [one, other] : [other, one]
      const pieces = [left, right].flatMap(({ value }) => piecesOf(value, filter))
      return { when: names.formulas.and(one.when, other.when), pieces }
    }),
  )
  if (joined.some(({ pieces }) => pieces.length > mostPieces)) return undefined
  return tidy(
    names.formulas,
    joined.map(({ when, pieces }) => ({ when, value: { kind: 'captured', pieces } })),
  )
}

const isOpen = ({ kind }: Value): boolean =>
  kind === 'code' || kind === 'unknown' || kind === 'captured'

const piecesOf = (value: Value, { start, end }: Filter): readonly Piece[] =>
  value.kind === 'captured' ? value.pieces : [{ when: yes, value, span: { start, end } }]

/** Where an expression with filters is neither nil nor false. */
export function condition(names: Names, filtered: Filtered): Formula {
  return anyTruthy(names.formulas, evaluate(names, filtered))
}

const anyTruthy = (formulas: Formulas, cases: Cases): Formula =>
  formulas.or(...cases.map(({ when, value }) => formulas.and(when, truthy(formulas, value))))

type Combined = readonly { readonly when: Formula; readonly values: readonly Value[] }[]

/** @throws TooLarge */
function combine(formulas: Formulas, combined: Combined, cases: Cases): Combined {
  if (combined.length * cases.length > mostCases) throw new TooLarge()
  return combined.flatMap(({ when, values }) =>
    cases.flatMap((one) => {
      const both = formulas.and(when, one.when)
      return both === not(yes) ? [] : [{ when: both, values: [...values, one.value] }]
    }),
  )
}

export function expression(names: Names, node: Expression): Cases {
  const { formulas } = names
  switch (node.type) {
    case 'literal':
      return always(yes, constant(literalValue(node)))
    case 'missing':
      return always(yes, constant(undefined))
    case 'variable':
      return variable(names, node)
    case 'not':
      return boolean(not(anyTruthy(formulas, expression(names, node.operand))))
    case 'binary': {
      const left = expression(names, node.left)
      const right = expression(names, node.right)
      if (node.operator === 'and' || node.operator === 'or') {
        const sides = [anyTruthy(formulas, left), anyTruthy(formulas, right)]
        return boolean(node.operator === 'and' ? formulas.and(...sides) : formulas.or(...sides))
      }
      return boolean(comparison(names, node.operator, left, right, node))
    }
    case 'range':
      return range(names, node)
  }
}

const boolean = (formula: Formula): Cases => [
  { when: formula, value: constant(true) },
  { when: not(formula), value: constant(false) },
]

/** Where a comparison of two values by cases holds. */
export function comparison(
  { formulas, place }: Names,
  operator: string,
  left: Cases,
  right: Cases,
  span: Expression,
): Formula {
  const lefts = flatten(formulas, left)
  const rights = flatten(formulas, right)
  if (lefts.length * rights.length > mostCases) {
    const key = `${operator} ${place(span)}`
    return formulas.atom({ kind: 'unknown', key, reason: 'too many values to compare', span })
  }
  return formulas.or(
    ...lefts.flatMap((l) =>
      rights.map((r) =>
        formulas.and(l.when, r.when, compare(formulas, operator, l.value, r.value, span)),
      ),
    ),
  )
}

function range(names: Names, node: Expression & { readonly type: 'range' }): Cases {
  const [from, to] = [node.from, node.to].map((end) => expression(names, end)) as [Cases, Cases]
  const ends = [from, to].map((cases) => cases[0]!.value)
  const numbers = ends.map((end) =>
    end.kind === 'constant' ? Number(toValue(end.value)) : Number.NaN,
  )
  const length = numbers[1]! - numbers[0]!
  if (from.length === 1 && to.length === 1 && length < 1000)
    return always(
      yes,
      constant(Array.from({ length: Math.max(0, length + 1) }, (_, i) => numbers[0]! + i)),
    )
  return always(yes, unknown(`range ${names.place(node)}`, 'a range', node, false))
}

function variable(names: Names, node: Variable): Cases {
  const { formulas } = names
  const path: (string | number)[] = []
  for (const step of node.path) {
    const key = typeof step === 'string' ? step : constantStep(names, step)
    if (key === undefined)
      return always(yes, unknown(`path ${names.place(node)}`, 'a name in brackets', node, false))
    path.push(key)
  }
  const [base, used] = node.root ? [expression(names, node.root), 0] : names.lookUp(path, node)
  let cases = base
  for (const step of path.slice(used))
    cases = flatten(formulas, cases).flatMap(({ when, value }) =>
      read(formulas, value, step, node).map((inner) => ({
        when: formulas.and(when, inner.when),
        value: inner.value,
      })),
    )
  return cases
}

function constantStep(names: Names, step: Expression): string | number | undefined {
  const cases = expression(names, step)
  const [only] = cases
  if (cases.length !== 1 || only?.value.kind !== 'constant') return undefined
  const value = toValue(only.value.value)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

/** One step of a path into a value; every step into nil is nil. */
function read(formulas: Formulas, value: Value, step: string | number, node: Variable): Cases {
  switch (value.kind) {
    case 'constant':
      return always(yes, constant(readConstant(value.value, step)))
    case 'text':
      if (step === 'size' || step === 'length')
        return always(yes, { kind: 'size', chain: value.chain })
      // A text has neither: only lists have a first and last piece by path.
      if (step === 'first' || step === 'last') return always(yes, constant(undefined))
      break
    case 'list':
      if (step === 'size' || step === 'length')
        return always(yes, { kind: 'size', chain: value.chain, separator: value.separator })
      if (step === 'first' || step === 0) return pieceAt(formulas, value.chain, value.separator, 0)
      if (step === 'last' || step === -1) return pieceAt(formulas, value.chain, value.separator, -1)
      if (typeof step === 'number' && Number.isInteger(step) && step > 0 && step < 100)
        return pieceAt(formulas, value.chain, value.separator, step)
      break
    case 'unknown':
      return always(yes, unknown(`${value.key}.${step}`, value.reason, node, value.free))
    default:
  }
  return always(yes, unknown(`${keyOf(value)}.${step}`, `the path .${step}`, node, false))
}
