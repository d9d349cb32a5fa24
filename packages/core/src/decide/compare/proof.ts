import { type DomainName, domainNames } from '../../language/domain.ts'
import { TooLarge } from '../automata/machine.ts'
import { Undecided } from '../filters/operator.ts'
import { yes } from '../logic/formula.ts'
import { Solver } from '../solve/solver.ts'
import type { Program } from '../symbolic/program.ts'
import type { Value } from '../symbolic/value.ts'
import { textClasses, type Unit, unitsOf } from './by-text.ts'
import { type Shown, witnessesFor } from './changes.ts'
import { type Comparison, changeClasses, textAt, unforeseen } from './classes.ts'
import { makeDiffer } from './differ.ts'
import type { Change, Difference } from './difference.ts'
import { type Flow, type Flows, flowOf, makeFlows } from './flow.ts'
import { type Letters, lettersFor } from './letters.ts'
import type { Pair } from './pair.ts'
import { type Programs, runBoth } from './programs.ts'
import { valuesFor } from './values.ts'

/** What is known of all values of a domain. */
export interface Proof {
  readonly changes: readonly Change[]
  readonly by: Difference['by']
  /** How many values were rendered. */
  readonly tried: number
  /** Why other messages may change, too. */
  readonly open?: string
}

/** More changes than this are not listed one by one. */
const mostChanges = 1_000

/** Values that are rendered although nothing should change for them, to check what was foreseen. */
const mostChecked = 24

/**
 * Finds all changes of messages, or proves that there are none, for all values of a domain at once.
 * @param deadline milliseconds of `Date.now()`
 */
export function proveDifference(pair: Pair, domain: DomainName, deadline: number): Proof {
  try {
    return decide(pair, domain, deadline)
  } catch (error) {
    const nothing = { changes: [], by: 'message', tried: 0 } as const
    if (error instanceof Undecided) return { ...nothing, open: error.message }
    if (error instanceof TooLarge) return { ...nothing, open: 'it takes too many states' }
    throw error
  }
}

/** Two templates, ready to be asked about. */
export interface Prepared {
  readonly programs: Programs
  readonly solver: Solver
  readonly comparison: Comparison
  readonly letters: Letters
  readonly before: Side
  readonly after: Side
  /** Values that are worth telling people. */
  readonly telling: ReadonlySet<string | null>
}

interface Side {
  readonly flow: Flow
  readonly units: readonly Unit[]
}

/**
 * Runs both templates and makes flows of them.
 * @throws Undecided
 */
export function prepare(pair: Pair, domain: DomainName, deadline: number): Prepared {
  const programs = runBoth(pair)
  const { formulas, inputs } = programs
  const letters = lettersFor(pair, programs, domain)
  const flows = makeFlows()
  const before = sideOf(flows, letters, programs.before, (value) => letters.textOf(0, value))
  const after = sideOf(flows, letters, programs.after, (value) => letters.textOf(1, value))
  const { telling, made } = valuesFor(pair)
  const solver = new Solver(formulas, inputs, pair.space, [...telling, ...made], false, deadline)
  const comparison = {
    formulas,
    flows,
    before: before.flow,
    after: after.flow,
    solver,
    domain,
  }
  return { programs, solver, comparison, letters, before, after, telling }
}

function decide(pair: Pair, domain: DomainName, deadline: number): Proof {
  const {
    comparison,
    letters,
    before: old,
    after: young,
    telling,
  } = prepare(pair, domain, deadline)
  const { formulas, flows, solver } = comparison
  const most = [old, young].every(isWorthListing) ? mostChanges : 0
  const found = changeClasses(comparison, makeDiffer(formulas, flows), most)
  const classes = found.list ?? textClasses(formulas, found.differs, old.units, young.units)
  const witnesses = witnessesFor(pair, solver, domain, telling)
  const shown: Shown[] = []
  let open = found.open?.reason
  for (const { when, texts } of classes) {
    const [before, after] = texts ?? ['', '']
    const part = found.list
      ? undefined
      : texts && { before: letters.readable(before), after: letters.readable(after) }
    const witness = witnesses.of(when, part)
    if (witness === undefined) continue
    const doubt = letters.doubt(before, after)
    if ('reason' in witness) open ??= doubt?.reason ?? witness.reason
    else {
      shown.push(witness)
      // What the variables are given is one text: the rendering has told.
      if (doubt && !doubt.given) open ??= doubt.reason
    }
  }
  if (!isAsForeseen(pair, comparison)) open ??= unforeseen.reason
  return {
    changes: shown.sort((a, b) => a.order - b.order).map(({ change }) => change),
    by: found.list ? 'message' : 'text',
    tried: witnesses.tried(),
    ...(open !== undefined && { open }),
  }
}

/** A template that Liquid rejects puts in a sign that no other does. */
function sideOf(
  flows: Flows,
  { stops }: Letters,
  program: Program | undefined,
  textOf: (value: Value) => string,
): Side {
  if (program) return { flow: flowOf(flows, program, textOf), units: unitsOf(program, textOf) }
  return { flow: flows.text(stops, flows.end), units: [{ when: yes, text: stops }] }
}

/** Blocks that stand on their own multiply; a chain has as many messages as texts, with a block or two beside it. */
const isWorthListing = ({ flow, units }: Side): boolean => flow.paths <= 4 * (units.length + 1)

/** Whether LiquidJS gives both templates the same message where none should change. */
function isAsForeseen(
  { before, after }: Pair,
  { before: old, after: young, solver, domain }: Comparison,
): boolean {
  const rank = domainNames.indexOf(domain)
  return solver.pool.entries.slice(0, mostChecked).every((entry, at) => {
    if (domainNames.indexOf(entry.domain) > rank) return true
    const text = textAt(old, solver, at)
    if (text === undefined || text !== textAt(young, solver, at)) return true
    return before.text(entry) === after.text(entry)
  })
}
