import type { Block, Failure, Outcome } from '../analysis.ts'
import { type Formula, no, not, yes } from '../logic/formula.ts'
import type { FoundOutcome } from '../search/outcomes.ts'
import { hasBit } from '../solve/bits.ts'
import type { Entry } from '../solve/pool.ts'
import type { Value } from '../symbolic/value.ts'
import { codesIn, type Judge, renderEntry, tryEntry } from './judge.ts'
import { noneOf } from './messages.ts'

export interface Table {
  readonly outcomes: readonly FoundOutcome[]
  /** Whether every value of the domain is in one of the classes, and all values of a class get one text. */
  readonly complete: boolean
  /** False where there may be more classes than are listed. */
  readonly whole: boolean
  readonly failures: readonly Failure[]
}

/** Beyond the number of arms, so many rows are worth listing: chains are listed whole, independent blocks are not. */
const rowsBeyondArms = 64

/** Milliseconds that listing rows may take. */
const rowBudget = 500

/**
 * The classes of values with one message each. What the values tried so far show comes first; then a search
 * for a value outside of all classes adds one class after the other, until there is none.
 */
export function decisionTable(judge: Judge): Table {
  const { solver, pieces, program } = judge
  const { formulas, list } = pieces
  const guards = [...new Set(list.map(({ when }) => when))].filter((when) => when !== yes)
  const none = noneOf(formulas, guards)
  const classes = new Map<string, Entry[]>()
  const formulasOf: Formula[] = []
  const most = program.arms.length + rowsBeyondArms
  const varying = formulas.or(...list.map(({ when, value }) => (varies(value) ? when : no)))
  const listed = typeof judge.question.domain !== 'string'
  let sorted = 0
  let told = true
  const sort = (): void => {
    const held = guards.map((guard) => solver.pool.bits(guard))
    const refuted = guards.map((guard) => solver.pool.bits(not(guard)))
    const shown = solver.pool.bits(varying)
    for (; sorted < solver.pool.entries.length; sorted++) {
      const at = sorted
      const holds = held.map((bits) => hasBit(bits, at))
      const open = refuted.some((bits, i) => !holds[i] && !hasBit(bits, at))
      if (open) {
        // Something unknown has a say: the value speaks for itself only.
        told = false
        if (classes.size <= most) classes.set(`value ${at}`, [solver.pool.entries[at]!])
        continue
      }
      const shows = hasBit(shown, at)
      // Listed values that show themselves are one row each; of a domain one stands for all.
      const own = listed && shows ? ` ${at}` : ''
      const key = holds.map(Number).join('') + own
      const known = classes.get(key)
      if (known) known.push(solver.pool.entries[at]!)
      else {
        classes.set(key, [solver.pool.entries[at]!])
        formulasOf.push(none.but(holds))
      }
    }
  }
  sort()
  const deadline = Date.now() + rowBudget
  let complete = false
  const worth = worthListing(judge, most)
  while (told && worth && classes.size <= most && Date.now() < deadline) {
    const answer = solver.find(formulas.and(...formulasOf.map(not)), judge.domain)
    if (answer.kind === 'none') complete = true
    if (answer.kind !== 'some' || !answer.sure) break
    sort()
  }
  const found = [...classes.values()]
  return {
    outcomes: byText(judge, found),
    whole: complete && told,
    complete: complete && told && (listed || !solver.pool.find(varying, judge.domain)),
    failures: failuresOf(judge, found),
  }
}

/** Whether a piece may be another text for each value that gets it. */
const varies = (value: Value): boolean =>
  value.kind === 'unknown'
    ? !value.free && value.known === undefined
    : value.kind !== 'constant' && value.kind !== 'code'

/** Few blocks may still go hand in hand; of many, the rows multiply. */
const fewBlocks = 3

function worthListing({ program: { arms } }: Judge, most: number): boolean {
  const inside = arms.map(() => 1)
  const blocks = new Map<object, number>()
  let rows = 1
  for (let i = arms.length - 1; i >= 0; i--) {
    const { block, parent } = arms[i]!
    blocks.set(block, (blocks.get(block) ?? 1) + inside[i]!)
    if (arms.findIndex((arm) => arm.block === block) !== i) continue
    const ways = blocks.get(block)!
    if (parent === undefined) rows *= ways
    else inside[parent] = inside[parent]! * ways
  }
  const top = new Set(arms.flatMap(({ block, parent }) => (parent === undefined ? [block] : [])))
  return rows <= most || top.size <= fewBlocks
}

/** Where LiquidJS stops for a class of values, each place once. */
function failuresOf(judge: Judge, classes: readonly (readonly Entry[])[]): readonly Failure[] {
  const found = new Map<number, Failure>()
  for (const [entry] of classes) {
    const result = tryEntry(judge, entry!)
    if (!result.ok && !found.has(result.failure.span.start))
      found.set(result.failure.span.start, { value: entry!.value, failure: result.failure })
  }
  return [...found.values()]
}

/** Classes with the same text are one outcome. */
function byText(judge: Judge, classes: readonly (readonly Entry[])[]): readonly FoundOutcome[] {
  const found = new Map<string, { entries: Entry[]; first: Outcome['rendered'] }>()
  for (const entries of classes) {
    const rendered = renderEntry(judge, entries[0]!)
    if (!rendered) continue
    const known = found.get(rendered.text)
    if (known) known.entries.push(...entries)
    else found.set(rendered.text, { entries: [...entries], first: rendered })
  }
  return [...found.values()].map(({ entries, first }) => outcomeOf(judge, entries, first))
}

const candidate = ({ value, domain, inputs }: Entry): FoundOutcome['candidates'][number] => ({
  value,
  real: domain === 'tag' || domain === 'real',
  ...inputsOf(inputs),
})

const inputsOf = (inputs: Entry['inputs']): Pick<Outcome, 'inputs'> =>
  inputs.size > 0 ? { inputs: Object.fromEntries(inputs) } : {}

function outcomeOf(
  judge: Judge,
  entries: readonly Entry[],
  first: Outcome['rendered'],
): FoundOutcome {
  const { repeatsCode: where } = judge.question.profile
  const values = [...new Set(entries.map(({ value }) => value))]
  const [telling] = entries
  const nameless = entries.find(({ value }) => value === null)
  const shown = nameless ?? telling!
  return {
    value: shown.value,
    ...inputsOf(shared(judge, entries)),
    candidates: [candidate(telling!), ...entries.slice(1).map(candidate)],
    realistic: [
      ...new Set(
        entries
          .filter(({ domain }) => domain === 'tag' || domain === 'real')
          .map(({ value }) => value),
      ),
    ],
    languages: judge.languages.filter((language) => values.includes(language)),
    rendered: (nameless && renderEntry(judge, nameless)) ?? first,
    codes: codesIn(judge, telling!, first.text),
    repeatsCode:
      typeof where === 'object'
        ? entries.every(({ inputs }) => inputs.get(where.variable) === where.value)
        : where === true,
  }
}

/** The inputs in which all entries agree, but for what stands for anything else. */
const shared = ({ program }: Judge, entries: readonly Entry[]): Entry['inputs'] =>
  new Map(
    [...entries[0]!.inputs].filter(
      ([path, one]) =>
        !(program.told.has(path) && program.inputs.get(path)![0] === one) &&
        entries.every(({ inputs }) => inputs.get(path) === one),
    ),
  )

/** The blocks that stand on their own, each arm with a value that enters it. */
export function blocksOf(judge: Judge): readonly Block[] {
  const blocks = new Map<object, { start: number; end: number; arms: Block['arms'][number][] }>()
  for (const { arm, block, when, parent } of judge.program.arms) {
    if (parent !== undefined) continue
    const known = blocks.get(block) ?? { start: block.start, end: block.end, arms: [] }
    blocks.set(block, known)
    const entry = judge.solver.pool.find(when, judge.domain)
    known.arms.push({
      arm: { start: arm.start, end: arm.end },
      ...(entry && { value: entry.value }),
    })
  }
  return [...blocks.values()].map(({ start, end, arms }) => ({ span: { start, end }, arms }))
}
