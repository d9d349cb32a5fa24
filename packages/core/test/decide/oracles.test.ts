import { describe, expect, it } from 'vitest'
import { checkTemplates } from './oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 120)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

describe(`random templates (seed ${seed}, ${runs} of them)`, () => {
  const timeout = 60_000 + runs * 500
  it('what is foreseen is what LiquidJS renders, and queries equal brute force', {
    timeout,
  }, () => {
    const tally = checkTemplates(seed, runs)
    console.log(tally)
    expect(tally.open).toBe(0)
    expect(tally.renders).toBeGreaterThan(runs)
  })
})
