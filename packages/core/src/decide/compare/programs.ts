import type { Question } from '../analysis.ts'
import { Undecided } from '../filters/operator.ts'
import { Formulas } from '../logic/formula.ts'
import { execute } from '../symbolic/execute.ts'
import type { Program } from '../symbolic/program.ts'
import { ToldInputs } from '../symbolic/told.ts'
import type { Pair } from './pair.ts'
import { mayStop } from './stops.ts'

/** Two templates run for all inputs at once, with formulas about the same inputs. */
export interface Programs {
  readonly formulas: Formulas
  /** undefined where Liquid rejects the template. */
  readonly before: Program | undefined
  readonly after: Program | undefined
  /** The inputs of both whose values the schema lists. */
  readonly inputs: ReadonlyMap<string, readonly unknown[]>
}

/**
 * Runs both templates. Names that one assigns mean nothing in the other; a condition that both have is one formula.
 * @throws Undecided where one of them cannot be decided as a whole, or what they are given differs
 */
export function runBoth({ before, after }: Pair): Programs {
  const formulas = new Formulas()
  const told = new ToldInputs(formulas)
  const shared = sharedUntil(before.question, after.question)
  const run = (side: Pair['before'], place: (start: number) => string): Program | undefined => {
    if (!side.accepted) return undefined
    const program = execute(side.question, formulas, ({ start }) => place(start), told)
    const because = program.undecided ?? mayStop(side.question)
    if (because) throw new Undecided(because.reason)
    return program
  }
  const old = run(before, (start) => `${start}`)
  const young = run(after, (start) => (start < shared ? `${start}` : `new ${start}`))
  const inputs = new Map([...(old?.inputs ?? []), ...(young?.inputs ?? []), ...told.values()])
  if (!sameInputs(before.question, after.question) && readsInputs(formulas))
    throw new Undecided('the two templates are given different variables')
  return { formulas, before: old, after: young, inputs }
}

/** Up to where both templates are the same tags and texts: what stands there means the same in both. */
function sharedUntil(before: Question, after: Question): number {
  if (!sameInputs(before, after) || before.whenMissing !== after.whenMissing) return 0
  const [old, young] = [before.template, after.template]
  let end = 0
  for (const [i, node] of old.nodes.entries()) {
    const other = young.nodes[i]
    if (other?.type !== node.type || other.end !== node.end) break
    if (old.source.slice(end, node.end) !== young.source.slice(end, node.end)) break
    end = node.end
  }
  return end
}

const sameInputs = (before: Question, after: Question): boolean =>
  before.profile === after.profile &&
  JSON.stringify(before.variables) === JSON.stringify(after.variables)

/** Whether a condition depends on anything but the language. */
const readsInputs = ({ atoms }: Formulas): boolean =>
  atoms.some(
    (atom) => atom?.kind === 'input' || (atom?.kind === 'unknown' && atom.key.includes('input ')),
  )
