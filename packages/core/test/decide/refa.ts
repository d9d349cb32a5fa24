import { CharSet, DFA, type FAIterator, isDisjointWith, JS, NFA } from 'refa'
import type { Alphabet } from '../../src/decide/alphabet/alphabet.ts'
import { columnsOf, type Machine, step } from '../../src/decide/automata/machine.ts'

// Automata of refa, an independent library: from regular expressions by its own means, and from our machines.

const maxCharacter = 0x10ffff

const limits = { maxNodes: Number.POSITIVE_INFINITY }

/** The smallest automaton of the texts that a regular expression matches whole. */
export function automatonOf({ source }: RegExp): DFA {
  const literal = { source: `(?:${source.replace(/^\^|\$$/g, '')})`, flags: 'su' }
  const { expression } = JS.Parser.fromLiteral(literal).parse(limits)
  const nfa = NFA.fromRegex(
    expression,
    { maxCharacter },
    {},
    new NFA.LimitedNodeFactory(limits.maxNodes),
  )
  const automaton = DFA.fromFA(nfa, new DFA.LimitedNodeFactory(limits.maxNodes))
  automaton.minimize()
  return automaton
}

/** A machine with the labels 0 and 1 over all of Unicode. */
export function fromMachine(machine: Machine, alphabet: Alphabet): DFA {
  const ranges = rangesOf(alphabet)
  const characters = columnsOf(machine).samples.map((_, column) =>
    CharSet.empty(maxCharacter).union(
      ranges.flatMap((ofClass, class_) => (machine.columns[class_] === column ? ofClass : [])),
    ),
  )
  const { samples } = columnsOf(machine)
  const iterator: FAIterator<number, ReadonlyMap<number, CharSet>> = {
    initial: machine.start,
    getOut: (state) => {
      const out = new Map<number, CharSet>()
      for (const [column, sample] of samples.entries()) {
        const to = step(machine, state, sample)
        out.set(to, characters[column]!.union(out.get(to) ?? []))
      }
      return out
    },
    isFinal: (state) => machine.labels[state] === 1,
  }
  return DFA.fromTransitionIterator(iterator, { maxCharacter })
}

type Ranges = readonly (readonly { readonly min: number; readonly max: number }[])[]
const known = new WeakMap<Alphabet, Ranges>()

/** The characters of each class. */
function rangesOf(alphabet: Alphabet): Ranges {
  const before = known.get(alphabet)
  if (before) return before
  const ranges: { min: number; max: number }[][] = Array.from({ length: alphabet.size }, () => [])
  for (let point = 0; point <= maxCharacter; point++) {
    const ofClass = ranges[alphabet.classOf(point)]!
    const last = ofClass.at(-1)
    if (last?.max === point - 1) last.max = point
    else ofClass.push({ min: point, max: point })
  }
  known.set(alphabet, ranges)
  return ranges
}

/** Whether two automata accept the same texts: none that only one of them accepts. */
export const sameTexts = (a: DFA, b: DFA): boolean => within(a, b) && within(b, a)

function within(a: DFA, b: DFA): boolean {
  const outside = b.copy()
  outside.complement()
  return isDisjointWith(a, outside, Number.POSITIVE_INFINITY)
}

/** States of a machine without the one from which nothing is accepted any more, which refa leaves out. */
export function liveStates({ labels, next, width }: Machine): number {
  const dead = (state: number): boolean =>
    labels[state] === 0 &&
    next.subarray(state * width, (state + 1) * width).every((to) => to === state)
  return labels.length - Number(labels.some((_, state) => dead(state)))
}
