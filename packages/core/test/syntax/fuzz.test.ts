import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectSound } from './engine.ts'
import { fragments, seeds } from './seeds.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 5_000)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000_000)

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

const mutant = fc
  .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 0, maxLength: 6 }))
  .map(([template, steps]) => {
    const pieces = split(template)
    for (const [mutate, at, other, fragment] of steps) {
      const size = pieces.length + 1
      mutate(pieces, at % size, other % size, fragment)
    }
    return pieces.join('')
  })

it(`is sound on ${runs} mutated templates`, { timeout: 600_000 }, () => {
  let slowest = { milliseconds: -1, source: '' }
  let rejected = 0
  fc.assert(
    fc.property(mutant, (source) => {
      const { template, milliseconds } = expectSound(source)
      if (template.errors.length > 0) rejected++
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, source }
    }),
    { numRuns: runs, seed },
  )
  const time = `${slowest.milliseconds.toFixed(2)} ms`
  console.info(`seed ${seed}: ${runs} texts, ${rejected} rejected; slowest ${time}:`)
  console.info(JSON.stringify(slowest.source))
  expect(rejected).toBeGreaterThan(0)
  expect(slowest.milliseconds).toBeLessThan(500)
})
