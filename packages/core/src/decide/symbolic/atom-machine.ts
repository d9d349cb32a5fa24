import type { Alphabet } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'
import { minimise } from '../automata/minimise.ts'
import type { Chain } from './chain.ts'
import type { Predicate } from './predicate.ts'

/**
 * The texts whose filtered form is in a set, as a machine with the labels 0 and 1, minimised after
 * each filter: towers of filters stay small that way.
 * @throws TooLarge, Undecided
 */
export const machineOf = (
  { chain, predicate }: { readonly chain: Chain; readonly predicate: Predicate },
  alphabet: Alphabet,
): Machine =>
  chain.operators.reduceRight(
    (machine, operator) => minimise(operator.preimage(machine, alphabet)),
    predicate.machine(alphabet),
  )
