import fc from 'fast-check'
import { fragments, seeds } from './seeds.ts'

/** Words, runs of blanks and delimiters in one piece; every other character on its own. */
const split = (text: string): string[] =>
  text.match(/\{%-?|-?%\}|\{\{-?|-?\}\}|[\w@]+|\s+|./gs) ?? []

type Mutate = (pieces: string[], at: number, other: number, fragment: string) => void

const mutations: readonly Mutate[] = [
  (pieces, at) => pieces.splice(at, 1),
  (pieces, at, other) => pieces.splice(at, 1 + (other % 8)),
  (pieces, at) => pieces.splice(at, 0, pieces[at] ?? ''),
  (pieces, at, other) => pieces.splice(at, 0, ...pieces.slice(other, other + 12)),
  (pieces, at, other) => pieces.splice(at, 1, ...pieces.splice(other, 1, pieces[at] ?? '')),
  (pieces, at, _other, fragment) => pieces.splice(at, 0, fragment),
  (pieces, at, _other, fragment) => pieces.splice(at, 1, fragment),
]

const mutation = fc.tuple(
  fc.constantFrom(...mutations),
  fc.nat(1_000),
  fc.nat(1_000),
  fc.constantFrom(...fragments),
)

/** A realistic template with up to six mutations. */
export const mutant: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 0, maxLength: 6 }))
  .map(([template, steps]) => {
    const pieces = split(template)
    for (const [mutate, at, other, fragment] of steps) {
      const size = pieces.length + 1
      mutate(pieces, at % size, other % size, fragment)
    }
    return pieces.join('')
  })
