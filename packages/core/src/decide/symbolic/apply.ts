import { filterConstant, isFilter, print, toValue } from '../../render/values.ts'
import type { Filter } from '../../syntax/tree.ts'
import { firstUnit } from '../filters/first-unit.ts'
import { join } from '../filters/join.ts'
import { remove } from '../filters/remove.ts'
import { lastPiece, piece } from '../filters/split.ts'
import { type Chain, extend } from '../logic/chain.ts'
import { type Formulas, not, yes } from '../logic/formula.ts'
import { equals, longerThan, piecesCounted } from '../logic/predicate.ts'
import { textFilters } from './text-filters.ts'
import { keyOf, unknown } from './unknown.ts'
import { always, type Cases, constant, type Unknown, type Value } from './value.ts'

/** Applies one filter whose arguments are known values. */
export function applyFilter(
  formulas: Formulas,
  value: Value,
  filter: Filter,
  args: readonly (readonly [key: string | undefined, value: Value])[],
): Cases {
  const { name } = filter
  if (!isFilter(name)) return always(yes, value)
  const [only, ...others] = args
  if (name === 'default' && value.kind === 'unknown' && only && others.length === 0) {
    const filled = orMissing(formulas, value, only[1])
    if (filled !== undefined) return filled
  }
  const constants: unknown[] = []
  for (const [key, arg] of args) {
    if (arg.kind !== 'constant') return undecided(value, filter, args)
    constants.push(key === undefined ? arg.value : [key, arg.value])
  }
  if (value.kind === 'constant') {
    try {
      return always(yes, constant(filterConstant(name, value.value, constants)))
    } catch {
      return undecided(value, filter, args)
    }
  }
  return (
    (value.kind === 'unknown' ? applyToInput(value, filter, constants) : undefined) ??
    applyToLanguage(formulas, value, name, constants) ??
    undecided(value, filter, args)
  )
}

/** What is told of an input stays told behind filters of texts. */
function applyToInput(value: Unknown, filter: Filter, args: readonly unknown[]): Cases | undefined {
  const { told } = value
  const operator = textFilters.get(filter.name)?.(...args.map(toValue))
  if (told === undefined || operator === undefined) return undefined
  const constants = args.map((arg) => [undefined, constant(arg)] as const)
  return undecided(value, filter, constants).map(({ when, value: filtered }) => ({
    when,
    value: { ...filtered, told: told.filtered(operator) } as Unknown,
  }))
}

/** `default` fills in for an input that is missing or empty; nothing else is known to be either. */
function orMissing(formulas: Formulas, value: Unknown, instead: Value): Cases | undefined {
  if (value.told === undefined || value.told.isText) return undefined
  const [missing, blank] = [value.told.missing(), value.told.equals('')]
  if (missing === undefined || blank === undefined) return undefined
  const empty = formulas.or(missing, blank)
  return [
    { when: not(empty), value },
    { when: empty, value: instead },
  ]
}

function applyToLanguage(
  formulas: Formulas,
  value: Value,
  name: string,
  args: readonly unknown[],
): Cases | undefined {
  if (value.kind === 'list') {
    const { chain, separator } = value
    if (name === 'first' && args.length === 0) return pieceAt(formulas, chain, separator, 0)
    if (name === 'last' && args.length === 0) return pieceAt(formulas, chain, separator, -1)
    if (name === 'size') return always(yes, { kind: 'size', chain, separator })
    if (name === 'default') return orDefault(formulas, value, args[0])
    if (name === 'truncate') return truncated(formulas, value, args)
    if (name === 'join') return joined(chain, separator, Number.POSITIVE_INFINITY, args)
    if (name === 'slice') return firstPieces(chain, separator, args.map(toValue))
    if (textFilters.has(name)) return applyToLanguage(formulas, printed(value), name, args)
    return undefined
  }
  if (value.kind === 'pieces') {
    const { chain, separator, most } = value
    if (name === 'first' && args.length === 0) return pieceAt(formulas, chain, separator, 0)
    return name === 'join' ? joined(chain, separator, most, args) : undefined
  }
  if (value.kind !== 'text') return undefined
  const { chain } = value
  const operator = textFilters.get(name)?.(...args.map(toValue))
  if (operator) return always(yes, { kind: 'text', chain: extend(chain, operator) })
  switch (name) {
    case 'split':
      return print(args[0]) === ''
        ? undefined
        : always(yes, { kind: 'list', chain, separator: print(args[0]) })
    case 'size':
      return always(yes, { kind: 'size', chain })
    case 'first':
      return always(yes, { kind: 'text', chain: extend(chain, firstUnit()) })
    case 'default':
      return orDefault(formulas, value, args[0])
    default:
      return undefined
  }
}

/** `truncate` leaves a list that is short enough a list. */
function truncated(
  formulas: Formulas,
  value: Value & { kind: 'list' },
  args: readonly unknown[],
): Cases | undefined {
  const length = toValue(args[0] ?? 50)
  const text = printed(value)
  const cut = applyToLanguage(formulas, text, 'truncate', args)
  if (typeof length !== 'number' || text.kind !== 'text' || cut === undefined) return undefined
  const isCut = formulas.text(text.chain, longerThan(Math.max(length, 0)))
  return [...cut.map((one) => ({ ...one, when: isCut })), { when: not(isCut), value }]
}

/** `slice: 0, 2` of a split list; without a second argument it takes one piece. */
const firstPieces = (
  chain: Chain,
  separator: string,
  [begin, length = 1]: readonly unknown[],
): Cases | undefined =>
  begin === 0 && Number.isSafeInteger(length) && (length as number) >= 1
    ? always(yes, { kind: 'pieces', chain, separator, most: length as number })
    : undefined

/** `join` puts a blank between pieces if it is not told what. */
const joined = (
  chain: Chain,
  separator: string,
  most: number,
  [joiner]: readonly unknown[],
): Cases => {
  const between = print(toValue(joiner) ?? ' ')
  return always(yes, { kind: 'text', chain: extend(chain, join(separator, between, most)) })
}

/** A list as text: its pieces without anything between them. */
const printed = (value: Value & { kind: 'list' }): Value => ({
  kind: 'text',
  chain: extend(value.chain, remove(value.separator)),
})

/** What LiquidJS prints for a value that depends on the language; undefined where that is no filtered text. */
export function printedChain(value: Value): Chain | undefined {
  if (value.kind === 'text') return value.chain
  if (value.kind === 'pieces') return extend(value.chain, join(value.separator, '', value.most))
  return value.kind === 'list' ? extend(value.chain, remove(value.separator)) : undefined
}

/** The piece of a split list at an index, from the end if it is -1; nil where there is none. */
export function pieceAt(formulas: Formulas, chain: Chain, separator: string, index: number): Cases {
  const wanted = index < 0 ? 1 : index + 1
  const there = formulas.text(
    chain,
    piecesCounted(separator, `>= ${wanted}`, wanted, (count) => count >= wanted),
  )
  const operator = index < 0 ? lastPiece(separator) : piece(separator, index)
  return [
    { when: there, value: { kind: 'text', chain: extend(chain, operator) } },
    { when: not(there), value: constant(undefined) },
  ]
}

/** `default` takes over for what is empty; a text or list is never false or nil. */
function orDefault(formulas: Formulas, value: Value & { chain: Chain }, fallback: unknown): Cases {
  const empty = isEmpty(formulas, value)
  return [
    { when: not(empty), value },
    { when: empty, value: constant(fallback) },
  ]
}

/** Where a text has no characters, a list no pieces. */
export const isEmpty = (formulas: Formulas, value: Value & { chain: Chain }): number =>
  value.kind === 'list'
    ? formulas.text(
        value.chain,
        piecesCounted(value.separator, '= 0', 1, (count) => count === 0),
      )
    : formulas.text(value.chain, equals(''))

const undecided = (
  value: Value,
  filter: Filter,
  args: readonly (readonly [key: string | undefined, value: Value])[],
): Cases =>
  always(
    yes,
    unknown(
      `${filter.name}(${args.map(([key, arg]) => `${key}:${keyOf(arg)}`)}) of ${keyOf(value)}`,
      value.kind === 'unknown' ? value.reason : `the filter ${filter.name}`,
      filter,
      value.kind === 'unknown' && value.free,
    ),
  )
