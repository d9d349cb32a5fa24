import type { Alphabet } from '../alphabet/alphabet.ts'
import { type Machine, product, step } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'
import { scan } from '../automata/scan.ts'
import { split } from '../filters/split.ts'
import { machineOf } from '../logic/atom-machine.ts'
import { applyChain } from '../logic/chain.ts'
import { type Formula, type Formulas, no } from '../logic/formula.ts'
import type { Predicate } from '../logic/predicate.ts'

/** Where a round of a loop leads, by a formula over the piece that it sees. */
export interface Step {
  readonly when: Formula
  readonly to: number
}

/** A loop over the pieces of a text as a finite machine; it starts in state 0. */
export interface Rounds {
  readonly formulas: Formulas
  /** By state. Exactly one step of each holds for any piece. */
  readonly steps: readonly (readonly Step[])[]
}

/** The texts after whose last piece the loop is in a state. */
export const ending = (rounds: Rounds, key: string, separator: string, end: number): Predicate => ({
  key: `${key} ends in ${end}`,
  local: true,
  constants: [separator, ...rounds.formulas.constants()],
  test: (text) =>
    split(text, separator).reduce((at, piece) => stepFor(rounds, at, holdsOn(rounds, piece)), 0) ===
    end,
  machine: (alphabet) => {
    const pieces = piecesOf(rounds, alphabet)
    return reading(
      pieces,
      alphabet,
      separator,
      rounds.steps.length,
      (at, holds) => stepFor(rounds, at, holds),
      (at) => at === end,
    )
  },
})

/**
 * The texts with a piece for which the loop enters an arm.
 * @param entered by state, where the arm is entered
 */
export const entering = (
  rounds: Rounds,
  key: string,
  separator: string,
  entered: readonly (Formula | undefined)[],
): Predicate => {
  const count = rounds.steps.length
  const follow = (at: number, holds: Holds): number => {
    const state = at % count
    const enters = at >= count || holds(entered[state] ?? no)
    return stepFor(rounds, state, holds) + (enters ? count : 0)
  }
  return {
    key: `${key} entered`,
    local: true,
    constants: [separator, ...rounds.formulas.constants()],
    test: (text) =>
      split(text, separator).reduce((at, piece) => follow(at, holdsOn(rounds, piece)), 0) >= count,
    machine: (alphabet) =>
      reading(
        piecesOf(rounds, alphabet),
        alphabet,
        separator,
        2 * count,
        follow,
        (at) => at >= count,
      ),
  }
}

type Holds = (formula: Formula) => boolean

const stepFor = (rounds: Rounds, at: number, holds: Holds): number =>
  rounds.steps[at]!.find((one) => holds(one.when))!.to

const holdsOn = (rounds: Rounds, piece: string): Holds =>
  evaluator(rounds.formulas, (node) => {
    const atom = rounds.formulas.atoms[node]
    return atom?.kind === 'text' && atom.predicate.test(applyChain(atom.chain, piece))
  })

/** Formulas under given truths of their atoms. */
function evaluator(formulas: Formulas, atom: (node: number) => boolean): Holds {
  const known = new Map<number, boolean>()
  const node = (n: number): boolean => {
    let value = known.get(n)
    if (value === undefined) {
      value = formulas.parts[n]?.every((part) => node(part >> 1) !== (part % 2 === 1)) ?? atom(n)
      known.set(n, value)
    }
    return value
  }
  return (formula) => node(formula >> 1) !== (formula % 2 === 1)
}

interface Pieces {
  /** Labels a piece with the number of its truths. */
  readonly machine: Machine
  readonly truths: readonly Holds[]
}

/** One machine over pieces that tells which atoms hold. */
function piecesOf({ formulas }: Rounds, alphabet: Alphabet): Pieces {
  const nodes = formulas.atoms.flatMap((atom, node) => (atom === undefined ? [] : [node]))
  let machine: Machine = {
    start: 0,
    columns: new Uint16Array(alphabet.size),
    width: 1,
    next: new Int32Array(1),
    labels: new Int32Array(1),
  }
  let vectors: readonly string[] = ['']
  for (const node of nodes) {
    const atom = formulas.atoms[node]!
    if (atom.kind !== 'text') continue
    const ids = new Map<string, number>()
    const before = vectors
    machine = minimise(
      product(machine, machineOf(atom, alphabet), (a, b) => {
        const vector = `${before[a]}${b}`
        if (!ids.has(vector)) ids.set(vector, ids.size)
        return ids.get(vector)!
      }),
    )
    vectors = [...ids.keys()]
  }
  const truths = vectors.map((vector) =>
    evaluator(formulas, (node) => vector[nodes.indexOf(node)] === '1'),
  )
  return { machine, truths }
}

/** Runs a loop over all pieces of a text; empty pieces at the end are dropped. */
function reading(
  { machine, truths }: Pieces,
  alphabet: Alphabet,
  separator: string,
  count: number,
  follow: (at: number, holds: Holds) => number,
  accepted: (at: number) => boolean,
): Machine {
  const size = machine.labels.length
  const empty = size
  // The loop's state if nothing but separators follows, its state now, and the place in this piece.
  const state = (counted: number, now: number, piece: number): number =>
    (counted * count + now) * (size + 1) + piece
  const parts = (at: number): readonly [counted: number, now: number, piece: number] => {
    const loops = Math.floor(at / (size + 1))
    return [Math.floor(loops / count), loops % count, at % (size + 1)]
  }
  const after = (now: number, piece: number): number =>
    follow(now, truths[machine.labels[piece === empty ? machine.start : piece]!]!)
  return scan<number>(alphabet, separator, {
    keys: [(class_) => machine.columns[class_]!],
    start: state(0, 0, empty),
    key: (at) => at,
    plain: (at, class_) => {
      const [counted, now, piece] = parts(at)
      return state(counted, now, step(machine, piece === empty ? machine.start : piece, class_))
    },
    match: (at) => {
      const [counted, now, piece] = parts(at)
      const next = after(now, piece)
      return state(piece === empty ? counted : next, next, empty)
    },
    label: (at) => {
      const [counted, now, piece] = parts(at)
      return Number(accepted(piece === empty ? counted : after(now, piece)))
    },
  })
}
