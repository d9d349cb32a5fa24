import type { Grammar } from '../../language/grammar.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'

/** A nondeterministic automaton: edges by character class, and edges that read nothing. */
interface Nfa {
  readonly edges: Map<number, number[]>[]
  readonly silent: number[][]
}

/**
 * The texts of a grammar of ASCII characters as a machine with the labels 0 and 1
 * (Thompson's construction, then subsets). Classes beyond ASCII lead nowhere.
 */
export function grammarMachine(grammar: Grammar, alphabet: Alphabet): Machine {
  const nfa: Nfa = { edges: [], silent: [] }
  const start = node(nfa)
  const end = add(nfa, alphabet, grammar, start)
  return minimise(determined(nfa, start, end, alphabet.size))
}

/** The subset construction; only classes that lead somewhere are followed. */
function determined(nfa: Nfa, start: number, end: number, classes: number): Machine {
  const used = [...new Set(nfa.edges.flatMap((edges) => [...edges.keys()]))]
  const columns = new Uint16Array(classes)
  used.forEach((class_, i) => {
    columns[class_] = i + 1
  })
  const closures = new Map<number, readonly number[]>()
  const closure = (from: number): readonly number[] => {
    let found = closures.get(from)
    if (!found) {
      const seen = new Set([from])
      for (const at of seen) for (const to of nfa.silent[at]!) seen.add(to)
      // Only nodes that read something, and the end, tell subsets apart.
      found = [...seen].filter((at) => at === end || nfa.edges[at]!.size > 0)
      closures.set(from, found)
    }
    return found
  }
  const ids = new Map<string, number>()
  const subsets: (readonly number[])[] = []
  const idOf = (targets: ReadonlySet<number>): number => {
    const subset = [...targets].sort((a, b) => a - b)
    const key = subset.join()
    let id = ids.get(key)
    if (id === undefined) {
      id = subsets.length
      ids.set(key, id)
      subsets.push(subset)
    }
    return id
  }
  const nowhere = idOf(new Set())
  const first = idOf(new Set(closure(start)))
  const rows: Int32Array[] = []
  for (let i = 0; i < subsets.length; i++) {
    const row = new Int32Array(used.length + 1).fill(nowhere)
    const targets = new Map<number, Set<number>>()
    for (const at of subsets[i]!)
      for (const [class_, nexts] of nfa.edges[at]!) {
        const reached = targets.get(class_) ?? new Set()
        targets.set(class_, reached)
        for (const next of nexts) for (const to of closure(next)) reached.add(to)
      }
    for (const [class_, reached] of targets) row[columns[class_]!] = idOf(reached)
    rows.push(row)
  }
  const width = used.length + 1
  const next = new Int32Array(rows.length * width)
  rows.forEach((row, i) => {
    next.set(row, i * width)
  })
  const labels = Int32Array.from(subsets, (subset) => Number(subset.includes(end)))
  return { start: first, columns, width, next, labels }
}

function node(nfa: Nfa): number {
  nfa.edges.push(new Map())
  nfa.silent.push([])
  return nfa.edges.length - 1
}

function edge(nfa: Nfa, from: number, class_: number, to: number): void {
  const targets = nfa.edges[from]!.get(class_)
  if (targets) targets.push(to)
  else nfa.edges[from]!.set(class_, [to])
}

/** Adds a grammar from a node and gives the node where it ends. */
function add(nfa: Nfa, alphabet: Alphabet, grammar: Grammar, from: number): number {
  if (typeof grammar === 'string') {
    let at = from
    for (const character of grammar) {
      const to = node(nfa)
      edge(nfa, at, alphabet.classOf(character.codePointAt(0)!), to)
      at = to
    }
    return at
  }
  switch (grammar.type) {
    case 'chars': {
      const to = node(nfa)
      for (const [first, last] of grammar.ranges)
        for (let point = first; point <= last; point++) edge(nfa, from, alphabet.classOf(point), to)
      return to
    }
    case 'sequence':
      return grammar.parts.reduce((at, part) => add(nfa, alphabet, part, at), from)
    case 'words':
      return words(nfa, alphabet, grammar.words, from)
    case 'choice': {
      const to = node(nfa)
      for (const option of grammar.options) nfa.silent[add(nfa, alphabet, option, from)]!.push(to)
      return to
    }
    case 'repeat':
      return repeated(nfa, alphabet, grammar.body, grammar.min, grammar.max, from)
  }
}

/** Fixed words share their beginnings. */
function words(nfa: Nfa, alphabet: Alphabet, list: readonly string[], from: number): number {
  const to = node(nfa)
  const tree = new Map<string, number>()
  for (const word of list) {
    let at = from
    let read = ''
    for (const character of word) {
      read += character
      let next = tree.get(read)
      if (next === undefined) {
        next = node(nfa)
        tree.set(read, next)
        edge(nfa, at, alphabet.classOf(character.codePointAt(0)!), next)
      }
      at = next
    }
    nfa.silent[at]!.push(to)
  }
  return to
}

function repeated(
  nfa: Nfa,
  alphabet: Alphabet,
  body: Grammar,
  min: number,
  max: number,
  from: number,
): number {
  const to = node(nfa)
  let at = from
  for (let i = 0; i < min; i++) at = add(nfa, alphabet, body, at)
  if (max === Number.POSITIVE_INFINITY) {
    const again = node(nfa)
    nfa.silent[at]!.push(again)
    nfa.silent[add(nfa, alphabet, body, again)]!.push(again)
    nfa.silent[again]!.push(to)
    return to
  }
  nfa.silent[at]!.push(to)
  for (let i = min; i < max; i++) {
    // A node of its own, so that leaving early reads nothing of the next round.
    const fresh = node(nfa)
    nfa.silent[at]!.push(fresh)
    at = add(nfa, alphabet, body, fresh)
    nfa.silent[at]!.push(to)
  }
  return to
}
