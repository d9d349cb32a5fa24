import { describe, expect, it } from 'vitest'
import { checkPairs } from './compare-oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 60)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

describe(`differences of random pairs (seed ${seed}, ${runs} pairs)`, () => {
  const timeout = 60_000 + runs * 2_000
  it('are those that LiquidJS makes, value by value', { timeout }, () => {
    const tally = checkPairs(seed, runs)
    console.log(tally)
    expect(tally.classes).toBeGreaterThan(0)
    expect(tally.proved).toBeGreaterThan(0)
  })
})
