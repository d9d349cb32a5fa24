import { domainNames } from '../../language/domain.ts'
import type { Property } from '../analysis.ts'
import { contextFor, placeholdersFor } from '../message.ts'
import { printedChain } from '../symbolic/apply.ts'
import { print } from '../symbolic/engine-values.ts'
import { type Formula, type Formulas, no, not, yes } from '../symbolic/formula.ts'
import { sized } from '../symbolic/predicate.ts'
import type { EnteredArm } from '../symbolic/program.ts'
import type { Value } from '../symbolic/value.ts'
import { broken, type Judge, occurs, settle, unproved } from './judge.ts'

/** No message is longer than the vendor takes, in UTF-16 units. */
export function withinLimits(judge: Judge): Property {
  const limit = judge.question.profile.limits.message
  const lengths = judge.pieces.list.map(({ value }) => lengthOf(judge, value))
  const shows = ({ text }: { readonly text: string }): boolean => text.length > limit
  const { list } = judge.pieces
  if (list.some(({ value }) => value.kind === 'blank')) {
    const loop = list.find(({ value }) => value.kind === 'blank')!
    return unproved(judge, 'within-limits', { reason: 'white space from a loop', span: loop.span })
  }
  const alone = insertedBeyond(judge, limit)
  if (alone === no && structuralMost(judge, lengths) <= limit)
    return { name: 'within-limits', status: 'proved', domain: 'any', sites: [] }
  const fault = { when: judge.pieces.formulas.or(alone, sumBeyond(judge, lengths, limit)), shows }
  const simple = { when: firstBeyond(judge, lengths, limit), shows }
  const direct = occurs(judge, simple, judge.domain)
  if (direct.kind !== 'witness') return settle(judge, 'within-limits', fault, () => [])
  for (const domain of domainNames.slice(0, domainNames.indexOf(direct.entry.domain))) {
    const narrower = occurs(judge, simple, domain)
    if (narrower.kind === 'witness') return broken(judge, 'within-limits', narrower, [])
  }
  return broken(judge, 'within-limits', direct, [])
}

/** Where the first pieces that are too long together are all put in: mostly that is possible, or nothing is. */
function firstBeyond(judge: Judge, lengths: readonly number[], limit: number): Formula {
  const chosen: Formula[] = []
  let sum = 0
  for (const [i, { when }] of judge.pieces.list.entries()) {
    if (sum > limit) break
    sum += lengths[i]!
    if (lengths[i]! > 0) chosen.push(when)
  }
  return sum > limit ? judge.pieces.formulas.and(...chosen) : no
}

/** The most units that a piece puts in; a filtered language value counts as nothing here. */
function lengthOf(judge: Judge, value: Value): number {
  if (value.kind === 'constant') {
    const context = contextFor(judge.question, null, judge.code)
    const values = placeholdersFor(judge.question, context)
    return print(value.value).replace(
      /@@([^@\s]+)@@/g,
      (whole, name: string) => values[name] ?? whole,
    ).length
  }
  if (value.kind === 'code') return judge.code.length
  if (value.kind === 'unknown') return value.known ? print(value.known.value).length : 0
  return value.kind === 'size' ? 5 : 0
}

/** Where an inserted language value alone is longer than the limit. */
function insertedBeyond(judge: Judge, limit: number): Formula {
  const { formulas, list } = judge.pieces
  return formulas.or(
    ...list.map(({ when, value }) => {
      const chain = printedChain(value)
      if (!chain) return no
      const test = (size: number): boolean => size > limit
      return formulas.and(when, formulas.text(chain, sized(`> ${limit}`, limit + 1, test)))
    }),
  )
}

/** The longest way through the arms, where those of one `if` exclude each other. */
function structuralMost(judge: Judge, lengths: readonly number[]): number {
  const { arms } = judge.program
  const own = arms.map(() => 0)
  let outside = 0
  judge.pieces.list.forEach(({ within }, i) => {
    const arm = within.at(-1)
    if (arm === undefined) outside += lengths[i]!
    else own[arm] = own[arm]! + lengths[i]!
  })
  // Inner arms come after the arms around them.
  const blocks = new Map<
    object,
    { parent: number | undefined; sum: number; max: number; together: boolean }
  >()
  const close = (block: object): void => {
    const known = blocks.get(block)!
    const most = known.together ? known.sum : known.max
    if (known.parent === undefined) outside += most
    else own[known.parent] = own[known.parent]! + most
    blocks.delete(block)
  }
  for (let i = arms.length - 1; i >= 0; i--) {
    const { block, parent } = arms[i]!
    const known = blocks.get(block) ?? { parent, sum: 0, max: 0, together: goTogether(block) }
    blocks.set(block, { ...known, sum: known.sum + own[i]!, max: Math.max(known.max, own[i]!) })
    if (arms.findIndex((arm) => arm.block === block) === i) close(block)
  }
  return outside
}

/** Arms of `case` may all match, unless all their values are different texts. */
function goTogether(block: EnteredArm['block']): boolean {
  if (block.type === 'if' || block.type === 'unless') return false
  if (block.type !== 'case') return true
  const values = block.arms.flatMap((arm) => arm.values)
  const texts = values.flatMap((value) =>
    value.type === 'literal' && value.form === 'quoted' ? [value.value] : [],
  )
  return texts.length < values.length || new Set(texts).size < texts.length
}

/** More partial sums than this are not told apart: lengths are rounded up then. */
const mostSums = 64

/** Where the pieces together are longer than the limit: exactly, unless there are too many different sums. */
function sumBeyond(judge: Judge, lengths: readonly number[], limit: number): Formula {
  const byGuard = new Map<Formula, number>()
  for (const [i, { when }] of judge.pieces.list.entries())
    byGuard.set(when, (byGuard.get(when) ?? 0) + lengths[i]!)
  const room = limit - (byGuard.get(yes) ?? 0)
  byGuard.delete(yes)
  if (room < 0) return yes
  const { formulas } = judge.pieces
  return (
    sumsBeyond(formulas, byGuard, room, 1) ??
    sumsBeyond(formulas, byGuard, room, Math.ceil(room / (mostSums - 2))) ??
    no
  )
}

/** @param unit lengths are counted in so many units, rounded up */
function sumsBeyond(
  formulas: Formulas,
  byGuard: ReadonlyMap<Formula, number>,
  room: number,
  unit: number,
): Formula | undefined {
  const beyond = Math.floor(room / unit) + 1
  // By sum: where the pieces so far have it.
  let sums = new Map<number, Formula>([[0, yes]])
  for (const [guard, length] of byGuard) {
    const size = Math.ceil(length / unit)
    if (size === 0) continue
    const next = new Map<number, Formula>()
    for (const [sum, where] of sums) {
      const more = Math.min(sum + size, beyond)
      next.set(sum, formulas.or(next.get(sum) ?? no, formulas.and(where, not(guard))))
      next.set(more, formulas.or(next.get(more) ?? no, formulas.and(where, guard)))
    }
    if (next.size > mostSums) return undefined
    sums = next
  }
  return sums.get(beyond) ?? no
}
