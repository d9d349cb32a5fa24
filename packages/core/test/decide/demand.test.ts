import { describe, it } from 'vitest'
import { checkDemands } from './demand-oracle.ts'

const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)
const runs = Number(process.env.CODEWORD_RUNS ?? 150)

describe(`demands as automata (seed ${seed})`, () => {
  it('say the same as lookup', { timeout: 60_000 + runs * 100 }, () => checkDemands(seed, runs))
})
