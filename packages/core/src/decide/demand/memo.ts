import type { Alphabet } from '../alphabet/alphabet.ts'
import type { Machine } from '../automata/machine.ts'

/** Makes what a key stands for once. */
export function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}

/** Machines of one alphabet at a time. */
export function perAlphabet(
  make: (alphabet: Alphabet) => Machine,
): (alphabet: Alphabet) => Machine {
  let last: { readonly alphabet: Alphabet; readonly machine: Machine } | undefined
  return (alphabet) => {
    if (last?.alphabet !== alphabet) last = { alphabet, machine: make(alphabet) }
    return last.machine
  }
}
