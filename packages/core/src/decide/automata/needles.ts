import { type Alphabet, classesOf } from '../alphabet/alphabet.ts'
import { groupClasses, type Machine } from './machine.ts'
import { canReach, type Demand } from './search.ts'
import { columnsFor, trieOf } from './words.ts'

/** Which needles end at each state of a machine that reads texts in search of all of them (Aho and Corasick). */
export interface Needles {
  readonly machine: Machine
  readonly hits: readonly bigint[]
}

function needlesOf(alphabet: Alphabet, texts: readonly string[]): Needles {
  const words = texts.map((text) => classesOf(alphabet, text))
  const { children, ends } = trieOf(words)
  const { columns, samples } = columnsFor(alphabet, words)
  const width = samples.length
  const next = new Int32Array(children.length * width)
  const fail = new Int32Array(children.length)
  const hits: bigint[] = ends.map((end) => (end < 0 ? 0n : 1n << BigInt(end)))
  const queue = [0]
  for (const at of queue)
    samples.forEach((class_, column) => {
      const child = children[at]!.get(class_)
      const beyond = at === 0 ? 0 : next[fail[at]! * width + column]!
      if (child === undefined) {
        next[at * width + column] = beyond
        return
      }
      fail[child] = beyond
      hits[child] = hits[child]! | hits[beyond]!
      next[at * width + column] = child
      queue.push(child)
    })
  return {
    machine: { start: 0, columns, width, next, labels: new Int32Array(children.length) },
    hits,
  }
}

/** More combined states than this are not walked. */
const mostNodes = 150_000
/** More different collections than this at one place are not told apart. */
const mostCollections = 64

interface Graph {
  readonly edges: readonly (readonly number[])[]
  readonly by: readonly (readonly number[])[]
  readonly hits: readonly bigint[]
  readonly accepting: readonly boolean[]
}

/**
 * A word that fulfils all demands and contains all needles, which may be many: within a strongly connected
 * component everything can be collected in one walk, so that only the order of components matters.
 * The word is short, but another may be shorter.
 * @returns undefined where there is none, 'open' where that would take too much
 */
export function collect(
  alphabet: Alphabet,
  demands: readonly Demand[],
  needles: readonly string[],
): readonly number[] | undefined | 'open' {
  const graph = build(alphabet, demands, needlesOf(alphabet, needles))
  if (!graph) return 'open'
  const component = components(graph.edges)
  const all = (1n << BigInt(needles.length)) - 1n
  const way = wayThrough(graph, component, all)
  return Array.isArray(way) ? walk(graph, component, way, all) : way
}

/** All combinations of states that can be reached and from which the demands can still be met; node 0 is the start. */
function build(
  alphabet: Alphabet,
  demands: readonly Demand[],
  needles: Needles,
): Graph | undefined {
  const machines = [...demands.map(({ machine }) => machine), needles.machine]
  const { samples } = groupClasses(
    alphabet.loneSurrogate,
    machines.map((machine) => (class_: number) => machine.columns[class_]!),
  )
  const columns = machines.map((machine) => samples.map((class_) => machine.columns[class_]!))
  const alive = demands.map(canReach)
  const ids = new Map<number, number>()
  const states: (readonly number[])[] = []
  const idOf = (state: readonly number[]): number => {
    const key = state.reduce((sum, part, i) => sum * machines[i]!.labels.length + part, 0)
    let id = ids.get(key)
    if (id === undefined) {
      id = states.push(state) - 1
      ids.set(key, id)
    }
    return id
  }
  const size = machines.reduce((product, { labels }) => product * labels.length, 1)
  if (size > Number.MAX_SAFE_INTEGER) return undefined
  idOf(machines.map(({ start }) => start))
  const edges: number[][] = []
  const by: number[][] = []
  for (let at = 0; at < states.length; at++) {
    if (states.length > mostNodes) return undefined
    const state = states[at]!
    const seen = new Map<number, number>()
    for (let c = 0; c < samples.length; c++) {
      const next = machines.map(
        ({ next: table, width }, i) => table[state[i]! * width + columns[i]![c]!]!,
      )
      if (!alive.every((reach, i) => reach[next[i]!])) continue
      const to = idOf(next)
      if (!seen.has(to)) seen.set(to, samples[c]!)
    }
    edges.push([...seen.keys()])
    by.push([...seen.values()])
  }
  const accepting = states.map((state) =>
    demands.every(({ machine, label }, i) => machine.labels[state[i]!] === label),
  )
  const ending = before(edges, accepting)
  return {
    edges: edges.map((list) => list.filter((to) => ending[to])),
    by: by.map((list, at) => list.filter((_, i) => ending[edges[at]![i]!])),
    hits: states.map((state) => needles.hits[state.at(-1)!]!),
    accepting,
  }
}

/** The nodes from which an accepting one can be reached. */
function before(
  edges: readonly (readonly number[])[],
  accepting: readonly boolean[],
): readonly boolean[] {
  const back: number[][] = edges.map(() => [])
  edges.forEach((list, at) => {
    for (const to of list) back[to]!.push(at)
  })
  const alive = edges.map(() => false)
  const stack = accepting.flatMap((yes, at) => (yes ? [at] : []))
  while (stack.length > 0) {
    const at = stack.pop()!
    if (alive[at]) continue
    alive[at] = true
    stack.push(...back[at]!.filter((from) => !alive[from]))
  }
  return alive
}

/** Strongly connected components of what node 0 reaches (Tarjan, without recursion), numbered against the edges. */
function components(edges: readonly (readonly number[])[]): readonly number[] {
  const index = new Int32Array(edges.length).fill(-1)
  const low = new Int32Array(edges.length)
  const component = new Array<number>(edges.length).fill(-1)
  const open: number[] = []
  const path: { readonly at: number; edge: number }[] = []
  let [time, count] = [0, 0]
  const enter = (at: number): void => {
    index[at] = low[at] = time++
    open.push(at)
    path.push({ at, edge: 0 })
  }
  enter(0)
  while (path.length > 0) {
    const frame = path.at(-1)!
    const { at } = frame
    const to = edges[at]![frame.edge++]
    if (to !== undefined) {
      if (index[to]! < 0) enter(to)
      else if (component[to]! < 0) low[at] = Math.min(low[at]!, index[to]!)
      continue
    }
    path.pop()
    const parent = path.at(-1)
    if (parent) low[parent.at] = Math.min(low[parent.at]!, low[at]!)
    if (low[at] !== index[at]) continue
    for (let member = -1; member !== at; ) {
      member = open.pop()!
      component[member] = count
    }
    count++
  }
  return component
}

/** Components from the start to an end in which all needles can be collected. */
function wayThrough(
  { edges, hits, accepting }: Graph,
  component: readonly number[],
  all: bigint,
): number[] | undefined | 'open' {
  const count = component[0]! + 1
  const held = new Array<bigint>(count).fill(0n)
  const ends = new Array<boolean>(count).fill(false)
  const nexts: Set<number>[] = Array.from({ length: count }, () => new Set())
  component.forEach((one, at) => {
    if (one < 0) return
    held[one] = held[one]! | hits[at]!
    if (accepting[at]) ends[one] = true
    for (const to of edges[at]!) if (component[to] !== one) nexts[one]!.add(component[to]!)
  })
  const found: Map<bigint, number[]>[] = Array.from({ length: count }, () => new Map())
  found[count - 1]!.set(held[count - 1]!, [count - 1])
  for (let one = count - 1; one >= 0; one--)
    for (const [collected, way] of found[one]!) {
      if (ends[one] && collected === all) return way
      for (const to of nexts[one]!) {
        const more = collected | held[to]!
        if ([...found[to]!.keys()].some((other) => (other & more) === more)) continue
        if (found[to]!.size >= mostCollections) return 'open'
        found[to]!.set(more, [...way, to])
      }
    }
  return undefined
}

/** Walks to the nearest needle that is missing, component by component, and then to an end. */
function walk(
  graph: Graph,
  component: readonly number[],
  way: readonly number[],
  all: bigint,
): readonly number[] {
  const word: number[] = []
  let at = 0
  let missing = all & ~graph.hits[0]!
  const go = (within: (one: number) => boolean, wanted: (node: number) => boolean): boolean => {
    const from = new Map<number, readonly [number, number]>([[at, [-1, -1]]])
    for (const [node] of from) {
      if (node !== at && wanted(node)) {
        const steps: number[] = []
        for (let n = node; n !== at; n = from.get(n)![0]) {
          steps.push(from.get(n)![1])
          missing &= ~graph.hits[n]!
        }
        word.push(...steps.reverse())
        at = node
        return true
      }
      graph.edges[node]!.forEach((to, i) => {
        if (!from.has(to) && within(component[to]!)) from.set(to, [node, graph.by[node]![i]!])
      })
    }
    return false
  }
  for (const [i, one] of way.entries()) {
    const next = way[i + 1]
    while (
      go(
        (c) => c === one,
        (node) => (graph.hits[node]! & missing) !== 0n,
      )
    );
    if (next !== undefined)
      go(
        (c) => c === one || c === next,
        (node) => component[node] === next,
      )
  }
  if (!graph.accepting[at])
    go(
      (c) => c === way.at(-1),
      (node) => graph.accepting[node]!,
    )
  return word
}
