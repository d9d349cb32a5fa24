import { type DomainName, domainNames } from '../../language/domain.ts'
import { type Formula, type Formulas, no, not } from '../logic/formula.ts'
import { hasBit } from '../solve/bits.ts'
import type { Because, Solver } from '../solve/solver.ts'
import type { Differ } from './differ.ts'
import type { Flow, Flows } from './flow.ts'

/** Two messages as flows, and who answers questions about them. */
export interface Comparison {
  readonly formulas: Formulas
  readonly flows: Flows
  readonly before: Flow
  readonly after: Flow
  readonly solver: Pick<Solver, 'pool' | 'find'>
  readonly domain: DomainName
}

/** Inputs whose message changes. */
export interface ChangeClass {
  readonly when: Formula
  /** What all of them got and get, as `Letters` spell it. */
  readonly texts?: readonly [before: string, after: string]
}

export interface Classes {
  /** Where messages differ at all. */
  readonly differs: Formula
  /** Undefined where there are more than are worth listing. */
  readonly list: readonly ChangeClass[] | undefined
  /** Why there may be more of them. */
  readonly open?: Because
}

/**
 * The classes of inputs with one message before and another one after. Each old message is taken in turn and
 * asked what else becomes of it, then what other old message changes, until nothing is left.
 * @param differ the formulas for differences between flows
 * @param most the search ends with more classes than this
 * @throws TooLarge
 */
export function changeClasses(comparison: Comparison, differ: Differ, most: number): Classes {
  const { formulas, before, after, solver, domain } = comparison
  const differs = differ(before, after)
  const [was, becomes] = [before, after].map((flow) => textFormulas(comparison, differ, flow))
  const found = new Map<string, Map<string, ChangeClass>>()
  let [count, seen] = [0, 0]
  let open: Because | undefined

  const rank = domainNames.indexOf(domain)
  /** Sorts the values that the solver knows; what depends on something unknown is in no class. */
  const sort = (): void => {
    for (; seen < solver.pool.entries.length && count <= most; seen++) {
      if (domainNames.indexOf(solver.pool.entries[seen]!.domain) > rank) continue
      const [old, young] = [textAt(before, solver, seen), textAt(after, solver, seen)]
      if (old === undefined || young === undefined || old === young) continue
      const others = found.get(old) ?? new Map<string, ChangeClass>()
      found.set(old, others)
      if (others.has(young)) continue
      others.set(young, { when: formulas.and(was!(old), becomes!(young)), texts: [old, young] })
      count++
    }
  }
  /** Whether there is another class where a formula holds. */
  const another = (...where: readonly Formula[]): boolean => {
    const answer = solver.find(formulas.and(...where), domain)
    const known = count
    sort()
    if (answer.kind !== 'none' && count === known) open ??= answer.because ?? unforeseen
    return count > known && count <= most
  }

  if (differs !== no) {
    sort()
    do {
      // What is found on the way is walked, too.
      for (const [old, others] of found)
        while (
          count <= most &&
          another(was!(old), ...[old, ...others.keys()].map(isNot(becomes!)))
        );
    } while (count <= most && another(differs, ...[...found.keys()].map(isNot(was!))))
  }
  const list = [...found.values()].flatMap((others) => [...others.values()])
  return { differs, list: count > most ? undefined : list, ...(open && { open }) }
}

export const unforeseen: Because = { reason: 'LiquidJS does otherwise than was foreseen' }

const isNot =
  (is: (text: string) => Formula) =>
  (text: string): Formula =>
    not(is(text))

/** Where a flow makes a text, each formula made once. */
function textFormulas(
  { flows }: Comparison,
  differ: Differ,
  flow: Flow,
): (text: string) => Formula {
  const known = new Map<string, Formula>()
  return (text) => {
    let formula = known.get(text)
    if (formula === undefined) {
      formula = not(differ(flow, flows.text(text, flows.end)))
      known.set(text, formula)
    }
    return formula
  }
}

/** The text that a flow makes for one of the solver's entries; undefined where something unknown has a say. */
export function textAt(flow: Flow, { pool }: Pick<Solver, 'pool'>, at: number): string | undefined {
  let text = ''
  for (let here = flow; here.kind !== 'end'; ) {
    if (here.kind === 'text') {
      text += here.text
      here = here.next
      continue
    }
    const way = here.ways.find(({ when }) => hasBit(pool.bits(when), at))
    if (way === undefined) return undefined
    here = way.flow
  }
  return text
}
