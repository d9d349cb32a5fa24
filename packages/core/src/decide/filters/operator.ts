import type { Alphabet } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'

/**
 * A filter with its arguments as a total function on texts, and how sets of results pull back through it.
 * Being total is what keeps proofs sound: a preimage of everything is everything.
 */
export interface Operator {
  /** Tells operators apart: equal keys mean equal functions. */
  readonly key: string
  /** The texts whose characters must be told apart. */
  readonly constants: readonly string[]
  readonly apply: (text: string) => string
  /**
   * The inverse image: labels every text as `target` labels the filtered text.
   * @throws TooLarge where it has too many states, Undecided where classes of characters do not suffice
   */
  readonly preimage: (target: Machine, alphabet: Alphabet) => Machine
}

/** Thrown where a filter cannot be decided; `message` says why, for people. */
export class Undecided extends Error {}

export const operator = (
  name: string,
  args: readonly (string | number)[],
  functions: Pick<Operator, 'apply' | 'preimage'>,
): Operator => ({
  key: JSON.stringify([name, ...args]),
  constants: args.filter((arg) => typeof arg === 'string'),
  ...functions,
})
