import type { Alphabet } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'
import type { Chain } from './chain.ts'
import type { Predicate } from './predicate.ts'

interface TextAtom {
  readonly chain: Chain
  readonly predicate: Predicate
}

/** Machines that were built, by alphabet and key: the next key press asks for most of them again. */
const known = new WeakMap<Alphabet, Map<string, Machine>>()
let cells = 0

/** Above this many table cells in all, everything that is kept is let go. */
const mostCells = 4_000_000

/**
 * The texts whose filtered form is in a set, as a machine with the labels 0 and 1, minimised after
 * each filter: towers of filters stay small that way.
 * @throws TooLarge, Undecided
 */
export function machineOf(atom: TextAtom, alphabet: Alphabet): Machine {
  if (atom.predicate.local) return build(atom, alphabet)
  const key = `${atom.predicate.key} of ${atom.chain.key}`
  let machines = known.get(alphabet)
  if (!machines || cells > mostCells) {
    machines = new Map()
    known.set(alphabet, machines)
    cells = 0
  }
  let machine = machines.get(key)
  if (!machine) {
    machine = build(atom, alphabet)
    machines.set(key, machine)
    cells += machine.next.length
  }
  return machine
}

const build = ({ chain, predicate }: TextAtom, alphabet: Alphabet): Machine =>
  chain.operators.reduceRight(
    (machine, operator) => minimise(operator.preimage(machine, alphabet)),
    predicate.machine(alphabet),
  )
