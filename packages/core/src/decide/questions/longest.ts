import { type DomainName, domainNames } from '../../language/domain.ts'
import type { Formula } from '../logic/formula.ts'
import { forEachBit } from '../solve/bits.ts'
import { type Entry, Pool } from '../solve/pool.ts'
import type { Judge } from './judge.ts'

/**
 * Inputs with a long message: of all values known so far and of lists made of them, those with the longest.
 * A guess, that nothing is longer is not said.
 * @param lengths units by piece
 */
export function longestMessage(
  { solver: { pool }, space, pieces, program }: Judge,
  lengths: readonly number[],
  domain: DomainName,
): Entry | undefined {
  const byGuard = new Map<Formula, number>()
  for (const [i, { when }] of pieces.list.entries())
    byGuard.set(when, (byGuard.get(when) ?? 0) + lengths[i]!)
  const found = longestIn(pool, byGuard, domain)
  const lists = new Pool(program.formulas)
  for (const { value, inputs } of listsOf(pool, [...byGuard.keys()], domain))
    lists.add({ value, inputs, domain: space.domainOf(value) })
  const listed = longestIn(lists, byGuard, domain)
  return (listed?.length ?? 0) > (found?.length ?? 0) ? listed?.entry : found?.entry
}

function longestIn(
  pool: Pool,
  byGuard: ReadonlyMap<Formula, number>,
  domain: DomainName,
): { readonly entry: Entry; readonly length: number } | undefined {
  const sums = new Float64Array(pool.entries.length)
  for (const [guard, length] of byGuard) {
    const bits = pool.bits(guard)
    forEachBit(bits, 0, (at) => {
      sums[at]! += length
    })
  }
  const rank = domainNames.indexOf(domain)
  let best: { readonly entry: Entry; readonly length: number } | undefined
  for (const [at, entry] of pool.entries.entries())
    if (domainNames.indexOf(entry.domain) <= rank && sums[at]! > (best?.length ?? -1))
      best = { entry, length: sums[at]! }
  return best
}

/** Lists of values that put something in: all of them, every second one, the first 2, 4, 8 and so on. */
function listsOf(
  pool: Pool,
  guards: readonly Formula[],
  domain: DomainName,
): readonly Pick<Entry, 'value' | 'inputs'>[] {
  const parts: Entry[] = []
  for (const guard of guards) {
    const entry = pool.find(guard, domain)
    if (entry?.value && !parts.includes(entry)) parts.push(entry)
  }
  const choices = [parts.filter((_, i) => i % 2 === 0), parts.filter((_, i) => i % 2 === 1)]
  for (let count = 2; count < 2 * parts.length; count *= 2) choices.push(parts.slice(0, count))
  return choices.flatMap((chosen) => {
    const value = chosen.map((entry) => entry.value).join()
    return chosen.length > 1 ? [{ value, inputs: chosen[0]!.inputs }] : []
  })
}
