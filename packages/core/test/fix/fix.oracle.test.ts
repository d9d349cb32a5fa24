import { expect, it } from 'vitest'
import { checkFixes } from './fix-oracle.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 120)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000_000)

it(`fixes ${runs} faulty templates for those only whom the faults hit`, {
  timeout: 3_600_000,
}, async () => {
  const tally = await checkFixes(seed, runs)
  console.info(`seed ${seed}: ${JSON.stringify(tally)}`)
  expect(tally.fixed).toBeGreaterThan(runs / 5)
  expect(tally.changed).toBeGreaterThan(0)
})
