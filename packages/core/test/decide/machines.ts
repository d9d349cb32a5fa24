import type { Alphabet } from '../../src/decide/alphabet/alphabet.ts'
import { groupClasses, type Machine } from '../../src/decide/automata/machine.ts'

/** Every text of at most `length` characters, short ones first. */
export function* texts(characters: readonly string[], length: number): Generator<string> {
  let level = ['']
  for (let i = 0; ; i++) {
    yield* level
    if (i === length) return
    level = level.flatMap((text) => characters.map((c) => text + c))
  }
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A machine that tells apart whatever its few states can. */
export function randomMachine(alphabet: Alphabet, random: () => number): Machine {
  const states = 2 + Math.floor(random() * 4)
  const pick = (n: number): number => Math.floor(random() * n)
  const { columns, samples } = groupClasses(alphabet.size, [() => pick(5)])
  return {
    start: pick(states),
    columns,
    width: samples.length,
    next: Int32Array.from({ length: states * samples.length }, () => pick(states)),
    labels: Int32Array.from({ length: states }, () => pick(3)),
  }
}
