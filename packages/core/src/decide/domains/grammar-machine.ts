import type { Grammar } from '../../language/grammar.ts'
import type { Alphabet } from '../alphabet/alphabet.ts'
import { explore, groupClasses, type Machine } from '../automata/machine.ts'
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
  const used = new Set(nfa.edges.flatMap((edges) => [...edges.keys()]))
  const closures = new Map<number, readonly number[]>()
  const closure = (from: number): readonly number[] => {
    const known = closures.get(from)
    if (known) return known
    const seen = new Set([from])
    for (const at of seen) for (const to of nfa.silent[at]!) seen.add(to)
    // Only nodes that read something, and the end, tell subsets apart.
    const found = [...seen].filter((at) => at === end || nfa.edges[at]!.size > 0)
    closures.set(from, found)
    return found
  }
  return minimise(
    explore<readonly number[]>(
      groupClasses(alphabet.size, [(class_) => (used.has(class_) ? class_ + 1 : 0)]),
      {
        start: closure(start),
        key: (subset) => subset.join(),
        step: (subset, class_) => {
          const to = new Set<number>()
          for (const at of subset)
            for (const next of nfa.edges[at]!.get(class_) ?? [])
              for (const reached of closure(next)) to.add(reached)
          return [...to].sort((a, b) => a - b)
        },
        label: (subset) => Number(subset.includes(end)),
      },
    ),
  )
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
