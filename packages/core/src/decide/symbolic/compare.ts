import { compareConstants, toValue, truthyConstant } from '../../render/values.ts'
import type { Span } from '../../text/span.ts'
import { type Formula, type Formulas, no, not, yes } from '../logic/formula.ts'
import {
  blank,
  contains,
  equals,
  hasPiece,
  oneOf,
  piecesCounted,
  sized,
} from '../logic/predicate.ts'
import { isEmpty } from './apply.ts'
import { keyOf } from './unknown.ts'
import type { Unknown, Value } from './value.ts'

const truth = (value: boolean): Formula => (value ? yes : no)

/** Where a value is neither nil nor false. */
export function truthy(formulas: Formulas, value: Value): Formula {
  switch (value.kind) {
    case 'constant':
      return truth(truthyConstant(value.value))
    case 'unknown': {
      if (value.told?.isText) return yes
      const missing = value.told?.missing()
      if (missing !== undefined) return not(missing)
      return formulas.atom({ ...value, kind: 'unknown', key: `truthy ${value.key}` })
    }
    default:
      return yes
  }
}

/** Where a comparison of two values holds. */
export function compare(
  formulas: Formulas,
  operator: string,
  left: Value,
  right: Value,
  span: Span,
): Formula {
  if (operator === '!=') return not(compare(formulas, '==', left, right, span))
  if (left.kind === 'constant' && right.kind === 'constant')
    return truth(compareConstants(operator, left.value, right.value))
  return (
    (operator === '==' ? equal(formulas, left, right) : undefined) ??
    (operator === 'contains' ? containing(formulas, left, right) : undefined) ??
    ordered(formulas, operator, left, right) ??
    formulas.atom({
      kind: 'unknown',
      key: `${operator} ${JSON.stringify([keyOf(left), keyOf(right)])}`,
      reason: reasonFor(left, right, operator),
      span: { start: span.start, end: span.end },
    })
  )
}

function reasonFor(left: Value, right: Value, operator: string): string {
  const source = [left, right].find((value) => value.kind === 'unknown')
  if (source?.kind === 'unknown') return source.reason
  if (left.kind === 'code' || right.kind === 'code') return 'a test of the code itself'
  return left.kind === 'constant' || right.kind === 'constant'
    ? `the order of texts (${operator})`
    : 'a comparison of two values that both depend on the language'
}

function equal(formulas: Formulas, left: Value, right: Value): Formula | undefined {
  if (left.kind === 'constant')
    return right.kind === 'constant' ? undefined : equal(formulas, right, left)
  if (left.kind === 'unknown' && right.kind === 'constant') return told(left, right.value)
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined
  if (right.kind !== 'constant')
    return keyOf(left) === keyOf(right) && left.kind !== 'list' && left.kind !== 'pieces'
      ? yes
      : undefined
  const { value } = right
  if (left.kind === 'size')
    return typeof value === 'number' ? counted(formulas, left, '==', value) : no
  if (left.kind !== 'text' && left.kind !== 'list') return undefined
  if (isDrop(value, 'EmptyDrop')) return isEmpty(formulas, left)
  if (isDrop(value, 'BlankDrop'))
    return left.kind === 'text' ? formulas.text(left.chain, blank) : isEmpty(formulas, left)
  if (left.kind === 'list') return Array.isArray(value) ? undefined : no
  const plain = toValue(value)
  return typeof plain === 'string' ? formulas.text(left.chain, equals(plain)) : no
}

/** Where an input is a text, or missing. */
function told({ told }: Unknown, value: unknown): Formula | undefined {
  if (isDrop(value, 'NullDrop')) return told?.missing()
  const plain =
    isDrop(value, 'EmptyDrop') || isDrop(value, 'BlankDrop') ? undefined : toValue(value)
  return typeof plain === 'string' ? told?.equals(plain) : undefined
}

const isDrop = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && value.constructor.name === name

function containing(formulas: Formulas, left: Value, right: Value): Formula | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined
  if (left.kind === 'size') return no
  if (right.kind !== 'constant') {
    if (right.kind !== 'text') return undefined
    if (left.kind === 'text') return keyOf(left) === keyOf(right) ? yes : undefined
    if (left.kind !== 'constant') return undefined
    const text = toValue(left.value)
    if (typeof text === 'string') return formulas.text(right.chain, oneOf(substrings(text)))
    if (!Array.isArray(text)) return no
    return text.every((item) => typeof item !== 'object')
      ? formulas.text(right.chain, oneOf(text.filter((item) => typeof item === 'string')))
      : undefined
  }
  const { value } = right
  if (left.kind === 'text') return formulas.text(left.chain, contains(String(toValue(value))))
  if (left.kind !== 'list') return undefined
  if (isDrop(value, 'EmptyDrop')) return formulas.text(left.chain, hasPiece(left.separator, ''))
  if (isDrop(value, 'BlankDrop')) return undefined
  const plain = toValue(value)
  return typeof plain === 'string' ? formulas.text(left.chain, hasPiece(left.separator, plain)) : no
}

function substrings(text: string): Set<string> {
  const found = new Set([''])
  for (let i = 0; i < text.length; i++)
    for (let j = i + 1; j <= text.length; j++) found.add(text.slice(i, j))
  return found
}

const mirrored: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

function ordered(
  formulas: Formulas,
  operator: string,
  left: Value,
  right: Value,
): Formula | undefined {
  const mirror = mirrored[operator]
  if (mirror === undefined) return undefined
  if (left.kind === 'constant')
    return right.kind === 'constant' ? undefined : ordered(formulas, mirror, right, left)
  if (right.kind !== 'constant' || left.kind === 'unknown') return undefined
  if (
    isDrop(right.value, 'NullDrop') ||
    isDrop(right.value, 'EmptyDrop') ||
    isDrop(right.value, 'BlankDrop')
  )
    return no
  if (right.value === undefined) return no
  if (left.kind !== 'size' || typeof right.value !== 'number') return undefined
  return counted(formulas, left, operator, right.value)
}

const holds: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
}

/** Sizes beyond this many are not counted. */
const mostCounted = 5000

function counted(
  formulas: Formulas,
  { chain, separator }: Value & { kind: 'size' },
  operator: string,
  limit: number,
): Formula | undefined {
  const most = Math.max(0, Math.floor(limit) + 1)
  if (!(most <= mostCounted)) return undefined
  const test = (size: number): boolean => holds[operator]!(size, limit)
  const key = `${operator} ${limit}`
  return formulas.text(
    chain,
    separator === undefined ? sized(key, most, test) : piecesCounted(separator, key, most, test),
  )
}
