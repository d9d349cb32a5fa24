import { type DomainName, domainNames } from '../../language/domain.ts'
import { type Formula, not } from '../logic/formula.ts'
import { forEachBit, hasBit } from '../solve/bits.ts'
import type { Entry } from '../solve/pool.ts'
import type { Because, Solver } from '../solve/solver.ts'
import { unforeseen } from './classes.ts'
import type { Change } from './difference.ts'
import type { Pair } from './pair.ts'

/** What shows a class of inputs: its values, the most telling first. */
export interface Shown {
  readonly change: Change
  /** Classes are told in this order: those of served languages first. */
  readonly order: number
}

export interface Witnesses {
  /** A change that LiquidJS confirms; undefined where no value has it; else why no value is known that shows it. */
  readonly of: (when: Formula, part?: Change['part']) => Shown | Because | undefined
  /** How many values were rendered. */
  readonly tried: () => number
}

/** So many times a tag, or else a value that real clients send, is searched for where none is known of a class. */
const mostSought = 64

type Rendering = Pick<Change, 'before' | 'after'>

/** The most values of one class that are rendered in search of one that shows it. */
const mostTried = 8

/**
 * Finds the values that show changes.
 * @param telling the values that are worth telling people; others stand in where a class has none of them
 */
export function witnessesFor(
  { before, after, languages }: Pair,
  solver: Pick<Solver, 'pool' | 'find'>,
  domain: DomainName,
  telling: ReadonlySet<string | null>,
): Witnesses {
  const rank = domainNames.indexOf(domain)
  const { pool } = solver
  let [tried, sought] = [0, 0]
  const entryAt = (at: number): Entry => pool.entries[at]!
  const rankAt = (at: number): number => domainNames.indexOf(entryAt(at).domain)
  const isReal = (at: number): boolean => rankAt(at) <= domainNames.indexOf('real')

  const members = (when: Formula): readonly number[] => {
    const found: number[] = []
    forEachBit(pool.bits(when), 0, (at) => {
      if (at < pool.entries.length && rankAt(at) <= rank) found.push(at)
    })
    return found
  }
  /** Telling values of which only LiquidJS knows whether they belong to a class. */
  const candidates = (when: Formula): readonly number[] => {
    const [held, refuted] = [pool.bits(when), pool.bits(not(when))]
    const open = (at: number): boolean => !hasBit(held, at) && !hasBit(refuted, at)
    return pool.entries.flatMap(({ value }, at) =>
      telling.has(value) && open(at) && rankAt(at) <= rank ? [at] : [],
    )
  }
  const render = (at: number): Rendering => {
    tried++
    return { before: before.rendered(entryAt(at)), after: after.rendered(entryAt(at)) }
  }
  const firstOf = (numbers: readonly number[]): readonly [number, Rendering] | undefined => {
    for (const at of numbers.slice(0, mostTried)) {
      const messages = render(at)
      if (messages.before?.text !== messages.after?.text) return [at, messages]
    }
    return undefined
  }
  const search = (when: Formula): readonly number[] => {
    for (const [narrow, name] of domainNames.slice(0, Math.min(rank, 2)).entries()) {
      if (sought === mostSought || members(when).some((at) => rankAt(at) <= narrow)) break
      sought++
      solver.find(when, name)
    }
    return members(when)
  }
  return {
    tried: () => tried,
    of: (when, part) => {
      const answer = solver.find(when, domain)
      if (answer.kind === 'none') return undefined
      const sure = search(when)
      const simplest = [...sure].sort((a, b) => length(entryAt(a)) - length(entryAt(b)) || a - b)
      const [shown, messages] = firstOf(simplest) ?? []
      if (shown === undefined || messages === undefined) return answer.because ?? unforeseen
      const alike = candidates(when).filter((at) => sameTexts(render(at), messages))
      const all = [...sure, ...alike].sort((a, b) => a - b)
      const told = all.filter((at) => telling.has(entryAt(at).value) && isReal(at))
      const real = told.length > 0 ? told : all.filter(isReal).slice(0, 1)
      const values = new Set(all.map((at) => entryAt(at).value))
      const served = languages.filter((language) => values.has(language))
      const { value, inputs } = entryAt(shown)
      const change: Change = {
        value,
        realistic: [...new Set(real.map((at) => entryAt(at).value))],
        languages: served,
        domain: domainNames[Math.min(...all.map(rankAt))]!,
        ...(inputs.size > 0 && { inputs: Object.fromEntries(inputs) }),
        ...messages,
        ...(part && { part }),
      }
      const [first] = served
      return {
        change,
        order: first === undefined ? languages.length + all[0]! : languages.indexOf(first),
      }
    },
  }
}

const sameTexts = (a: Rendering, b: Rendering): boolean =>
  a.before?.text === b.before?.text && a.after?.text === b.after?.text

/** A missing value is simpler than an empty one. */
const length = ({ value }: Entry): number => (value === null ? -1 : value.length)
