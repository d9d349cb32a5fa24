import { TooLarge } from '../automata/machine.ts'
import { type Formula, type Formulas, no, not, yes } from '../logic/formula.ts'
import type { Choice, Flow, Flows, TextFlow } from './flow.ts'

/** Pairs of flows that may be looked at; two templates of 100 languages take some 10,000. */
const mostPairs = 300_000

/** Longer flows would exhaust the stack. */
const longest = 1_500

/**
 * Where two flows make different texts, as a formula.
 * @throws TooLarge
 */
export type Differ = (a: Flow, b: Flow) => Formula

/**
 * Finds where flows differ. Both are read from left to right at once: what one side is
 * ahead of the other stands in front of it as a text, so that no combination of choices is ever spelt out.
 */
export function makeDiffer(formulas: Formulas, flows: Flows): Differ {
  const known = new Map<number, Formula>()
  let pairs = 0

  const differ = (a: Flow, b: Flow): Formula => {
    if (a === b) return no
    if (a.kind === 'choice' || b.kind === 'choice') {
      const key = a.id * 2 ** 26 + b.id
      let formula = known.get(key)
      if (formula === undefined) {
        formula = choose(a, b)
        known.set(key, formula)
      }
      return formula
    }
    if (a.kind === 'end' || b.kind === 'end') return yes
    const shared = Math.min(a.text.length, b.text.length)
    if (a.text.slice(0, shared) !== b.text.slice(0, shared)) return yes
    return differ(after(a, shared), after(b, shared))
  }

  const choose = (a: Flow, b: Flow): Formula => {
    if (a.kind === 'choice' && b.kind === 'choice' && sameGuards(a, b))
      return among(a, (i) => differ(a.ways[i]!.flow, b.ways[i]!.flow))
    // The one with more to come moves first, so that what is equal in both meets.
    return a.kind === 'choice' && (b.kind !== 'choice' || a.length >= b.length)
      ? among(a, (i) => differ(a.ways[i]!.flow, b))
      : among(b as Choice, (i) => differ(a, (b as Choice).ways[i]!.flow))
  }

  const among = ({ ways }: Choice, inWay: (i: number) => Formula): Formula => {
    pairs += ways.length
    if (pairs > mostPairs) throw new TooLarge()
    const found = ways.map((_, i) => inWay(i))
    // One way is taken: where most differ, the others are named.
    const most = found.filter((formula) => formula === yes).length * 2 > found.length
    const parts = ways.map(({ when }, i) => formulas.and(when, most ? not(found[i]!) : found[i]!))
    return most ? not(formulas.or(...parts)) : formulas.or(...parts)
  }

  const after = ({ text, next }: TextFlow, shared: number): Flow =>
    flows.text(text.slice(shared), next)

  return (a, b) => {
    if (a.length + b.length > longest * 2) throw new TooLarge()
    pairs = 0
    try {
      return differ(a, b)
    } catch (error) {
      // How deep the stack is depends on who asks.
      throw error instanceof RangeError ? new TooLarge() : error
    }
  }
}

const sameGuards = (a: Choice, b: Choice): boolean =>
  a.ways.length === b.ways.length && a.ways.every(({ when }, i) => when === b.ways[i]!.when)
