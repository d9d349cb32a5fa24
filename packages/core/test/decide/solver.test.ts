import { describe, it } from 'vitest'
import { checkSolver } from './solver-oracle.ts'

const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)
const runs = Number(process.env.CODEWORD_RUNS ?? 100)

describe(`the search for a value (seed ${seed})`, () => {
  it('finds one where brute force does, and only there', { timeout: 60_000 + runs * 100 }, () =>
    checkSolver(seed, runs),
  )
})
