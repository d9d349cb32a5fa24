/**
 * A complete deterministic automaton with a label on every state (a Moore machine): it maps every word
 * over the classes of an alphabet to the label of the state that the word leads to. A set of words is a
 * machine with the labels 0 and 1. Classes that no state tells apart share a column of the table.
 */
export interface Machine {
  readonly start: number
  /** The column of each class. */
  readonly columns: Uint16Array
  /** Number of columns. */
  readonly width: number
  /** `next[state * width + column]` */
  readonly next: Int32Array
  readonly labels: Int32Array
}

/** Thrown where an automaton would grow beyond what is worth its time; ends as `unproved`. */
export class TooLarge extends Error {}

/** The most states that one automaton may have before it is minimised. */
let stateLimit = 60_000
/** As many as there may be where somebody waits for the answer. */
const patientStateLimit = 600_000

export const step = (machine: Machine, state: number, class_: number): number =>
  machine.next[state * machine.width + machine.columns[class_]!]!

/** The state after a word of classes. */
export function run(
  machine: Machine,
  word: Iterable<number>,
  from: number = machine.start,
): number {
  let state = from
  for (const class_ of word) state = step(machine, state, class_)
  return state
}

/**
 * The label of a word of classes.
 * @internal for tests
 */
export const labelOf = (machine: Machine, word: Iterable<number>): number =>
  machine.labels[run(machine, word)]!

/** Classes grouped by a key: the column of each class and one class of each column. */
export interface Columns {
  readonly columns: Uint16Array
  readonly samples: readonly number[]
}

/** Groups the classes `0..size-1` so that two share a column exactly if all keys agree on them. */
export function groupClasses(size: number, keys: readonly ((class_: number) => number)[]): Columns {
  let columns = new Uint16Array(size)
  let samples = size > 0 ? [0] : []
  for (const key of keys) {
    const ids = new Map<number, number>()
    const next = new Uint16Array(size)
    samples = []
    for (let c = 0; c < size; c++) {
      const pair = columns[c]! * 0x1000000 + key(c)
      let id = ids.get(pair)
      if (id === undefined) {
        id = samples.length
        ids.set(pair, id)
        samples.push(c)
      }
      next[c] = id
    }
    columns = next
  }
  return { columns, samples }
}

/** The columns of a machine itself. */
export function columnsOf({ columns, width }: Machine): Columns {
  const samples: number[] = new Array(width).fill(0)
  for (let c = columns.length - 1; c >= 0; c--) samples[columns[c]!] = c
  return { columns, samples }
}

/** How a machine is explored from its start: states are compared by key. */
export interface Exploration<S> {
  readonly start: S
  readonly key: (state: S) => string | number
  readonly step: (state: S, class_: number) => S
  readonly label: (state: S) => number
}

/**
 * Builds the machine of everything that can be reached.
 * @throws TooLarge beyond `stateLimit` states
 */
export function explore<S>({ columns, samples }: Columns, how: Exploration<S>): Machine {
  const ids = new Map<string | number, number>()
  const states: S[] = []
  const idOf = (state: S): number => {
    const key = how.key(state)
    let id = ids.get(key)
    if (id === undefined) {
      id = states.length
      if (id >= stateLimit) throw new TooLarge()
      ids.set(key, id)
      states.push(state)
    }
    return id
  }
  idOf(how.start)
  const next: number[] = []
  for (let i = 0; i < states.length; i++)
    for (const sample of samples) next.push(idOf(how.step(states[i]!, sample)))
  return {
    start: 0,
    columns,
    width: samples.length,
    next: Int32Array.from(next),
    labels: Int32Array.from(states, how.label),
  }
}

/** The same words with other labels. */
export const relabel = (machine: Machine, label: (old: number) => number): Machine => ({
  ...machine,
  labels: machine.labels.map(label),
})

/**
 * Both machines at once.
 * @param label combines the labels of both
 */
export function product(a: Machine, b: Machine, label: (a: number, b: number) => number): Machine {
  const columns = groupClasses(a.columns.length, [(c) => a.columns[c]!, (c) => b.columns[c]!])
  const size = b.labels.length
  return explore<number>(columns, {
    start: a.start * size + b.start,
    key: (state) => state,
    step: (state, c) => step(a, Math.floor(state / size), c) * size + step(b, state % size, c),
    label: (state) => label(a.labels[Math.floor(state / size)]!, b.labels[state % size]!),
  })
}

/**
 * Decides something with larger machines, which takes longer and needs more memory.
 * @param decide asks and answers within the call
 */
export function patiently<T>(decide: () => T): T {
  const before = stateLimit
  stateLimit = patientStateLimit
  try {
    return decide()
  } finally {
    stateLimit = before
  }
}
