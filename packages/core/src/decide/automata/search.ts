import { groupClasses, type Machine, TooLarge } from './machine.ts'

/** A machine and the label that is wanted of it. */
export interface Demand {
  readonly machine: Machine
  readonly label: number
}

/** The shortest word that fulfils all demands, or which demands alone rule every word out. */
export type Found =
  | { readonly word: readonly number[] }
  | { readonly word?: undefined; readonly against: ReadonlySet<number> }

/** A label of a machine from the point of view of a search. */
interface Reach {
  /** The states from which the label can still be reached. */
  readonly alive: Uint8Array
  /** By state: the columns that lead to such a state, made when first asked for. */
  readonly live: (readonly number[] | undefined)[]
}

const reaches = new WeakMap<Machine, Map<number, Reach>>()

function reachOf({ machine, label }: Demand): Reach {
  let byLabel = reaches.get(machine)
  if (!byLabel) {
    byLabel = new Map()
    reaches.set(machine, byLabel)
  }
  let reach = byLabel.get(label)
  if (!reach) {
    reach = { alive: reaching(machine, label), live: [] }
    byLabel.set(label, reach)
  }
  return reach
}

/** The states from which the wanted label can still be reached. */
export const canReach = (demand: Demand): Uint8Array => reachOf(demand).alive

function reaching({ width, next, labels }: Machine, label: number): Uint8Array {
  // The edges into each state as a linked list.
  const last = new Int32Array(labels.length).fill(-1)
  const before = new Int32Array(next.length)
  for (let i = 0; i < next.length; i++) {
    before[i] = last[next[i]!]!
    last[next[i]!] = i
  }
  const alive = new Uint8Array(labels.length)
  const stack: number[] = []
  labels.forEach((l, s) => {
    if (l === label) stack.push(s)
  })
  while (stack.length > 0) {
    const s = stack.pop()!
    if (alive[s]) continue
    alive[s] = 1
    for (let i = last[s]!; i >= 0; i = before[i]!) {
      const p = (i / width) | 0
      if (!alive[p]) stack.push(p)
    }
  }
  return alive
}

function liveColumns({ width, next }: Machine, reach: Reach, state: number): readonly number[] {
  let columns = reach.live[state]
  if (!columns) {
    const found: number[] = []
    for (let c = 0; c < width; c++) if (reach.alive[next[state * width + c]!]) found.push(c)
    columns = found
    reach.live[state] = columns
  }
  return columns
}

/**
 * Breadth-first search through all machines at once, made as it is walked.
 * @param classes how many classes words are made of
 * @param limit the most combined states to visit
 * @throws TooLarge beyond that
 */
export function shortestWord(demands: readonly Demand[], classes: number, limit: number): Found {
  if (demands.length === 0) return { word: [] }
  const reach = demands.map(reachOf)
  const alive = reach.map((one) => one.alive)
  const { samples } = groupClasses(
    classes,
    demands.map(
      ({ machine }) =>
        (class_) =>
          machine.columns[class_]!,
    ),
  )
  const columns = demands.map(({ machine }) => samples.map((class_) => machine.columns[class_]!))
  const against = new Set<number>()
  const states: Int32Array[] = []
  const from: number[] = []
  const by: number[] = []
  const ids = new Set<number | string>()
  const key = keyFor(demands)
  const visit = (state: Int32Array, parent: number, sample: number): boolean => {
    const id = key(state)
    if (ids.has(id)) return false
    ids.add(id)
    if (states.length >= limit) throw new TooLarge()
    states.push(state)
    from.push(parent)
    by.push(sample)
    const wrong = blame(against, demands, (d, i) => d.machine.labels[state[i]!] !== d.label)
    return !wrong
  }
  const driver = largest(demands)
  const leader = demands[driver]!.machine
  const leads = samplesByColumn(leader, columns[driver]!)
  const start = Int32Array.from(demands, ({ machine }) => machine.start)
  if (blame(against, demands, (_, i) => !alive[i]![start[i]!])) return { against }
  if (visit(start, -1, 0)) return { word: [] }
  const next = new Int32Array(demands.length)
  for (let at = 0; at < states.length; at++) {
    const state = states[at]!
    const live = liveColumns(leader, reach[driver]!, state[driver]!)
    if (live.length < leader.width) against.add(driver)
    for (const column of live)
      for (const c of leads[column]!) {
        let dead = -1
        for (let i = 0; i < demands.length; i++) {
          const { machine } = demands[i]!
          const to = machine.next[state[i]! * machine.width + columns[i]![c]!]!
          next[i] = to
          if (!alive[i]![to] && (dead < 0 || (!against.has(dead) && against.has(i)))) {
            dead = i
            if (against.has(i)) break
          }
        }
        if (dead >= 0) against.add(dead)
        else if (visit(next.slice(), at, samples[c]!))
          return { word: wordTo(states.length - 1, from, by) }
      }
  }
  return { against }
}

const largest = (demands: readonly Demand[]): number =>
  demands.reduce(
    (best, { machine }, i) =>
      machine.labels.length > demands[best]!.machine.labels.length ? i : best,
    0,
  )

/** The samples in each column of the machine with the most states: it says where to go at all. */
function samplesByColumn({ width }: Machine, columns: readonly number[]): readonly number[][] {
  const samples: number[][] = Array.from({ length: width }, () => [])
  for (const [sample, column] of columns.entries()) samples[column]!.push(sample)
  return samples
}

/** Notes one demand that fails, one that was noted before if possible. */
function blame(
  against: Set<number>,
  demands: readonly Demand[],
  fails: (demand: Demand, index: number) => boolean,
): boolean {
  let found = -1
  for (let i = 0; i < demands.length; i++) {
    if (!fails(demands[i]!, i)) continue
    if (against.has(i)) return true
    if (found < 0) found = i
  }
  if (found >= 0) against.add(found)
  return found >= 0
}

/** Combined states as one number while it is exact, else as text. */
function keyFor(demands: readonly Demand[]): (state: Int32Array) => number | string {
  const sizes = demands.map(({ machine }) => machine.labels.length)
  if (sizes.reduce((a, b) => a * b, 1) > Number.MAX_SAFE_INTEGER) return (state) => state.join()
  return (state) => {
    let key = 0
    for (let i = 0; i < sizes.length; i++) key = key * sizes[i]! + state[i]!
    return key
  }
}

function wordTo(at: number, from: readonly number[], by: readonly number[]): number[] {
  const word: number[] = []
  for (let i = at; from[i]! >= 0; i = from[i]!) word.push(by[i]!)
  return word.reverse()
}
