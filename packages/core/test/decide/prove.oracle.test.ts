import { describe, expect, it } from 'vitest'
import { checkProofs } from './prove-oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 40)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

describe(`proofs against brute force (seed ${seed}, ${runs} templates)`, () => {
  const timeout = 60_000 + runs * 2_000
  it('no value refutes a proof, every witness is one', { timeout }, () => {
    const tally = checkProofs(seed, runs)
    console.log(tally)
    expect(tally.proved).toBeGreaterThan(0)
  })
})
