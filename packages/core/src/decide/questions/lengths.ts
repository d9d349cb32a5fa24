import { print } from '../../render/values.ts'
import { type Formula, type Formulas, no, not, yes } from '../logic/formula.ts'
import { contextFor, placeholdersFor } from '../message.ts'
import type { EnteredArm } from '../symbolic/program.ts'
import type { Value } from '../symbolic/value.ts'
import type { Judge } from './judge.ts'

/** The most units that a piece puts in; a filtered language value counts as nothing here. */
export const lengthOf = (judge: Judge, value: Value): number =>
  value.kind === 'size' ? 5 : (knownText(judge, value)?.length ?? 0)

/** What a piece puts in, where that is the same for every value. */
export function knownText(judge: Judge, value: Value): string | undefined {
  if (value.kind === 'constant') {
    const context = contextFor(judge.question, null, judge.code)
    const values = placeholdersFor(judge.question, context)
    return print(value.value).replace(
      /@@([^@\s]+)@@/g,
      (whole, name: string) => values[name] ?? whole,
    )
  }
  if (value.kind === 'code') return judge.code
  return value.kind === 'unknown' && value.known ? print(value.known.value) : undefined
}

/** The longest way through the arms, where those of one `if` exclude each other. */
export function structuralMost(judge: Judge, lengths: readonly number[]): number {
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
export function goTogether(block: EnteredArm['block']): boolean {
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
export function sumBeyond(judge: Judge, lengths: readonly number[], limit: number): Formula {
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
