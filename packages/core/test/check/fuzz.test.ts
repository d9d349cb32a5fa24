import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lintSource, openSource } from '../../src/index.ts'
import { cpuClock } from '../cpu.ts'
import { mutant } from '../syntax/mutants.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 1_000)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000_000)

/** As a file of its own, and as a connection would hold it. */
const hosts: readonly ((template: string) => readonly [path: string, text: string])[] = [
  (template) => ['otp.liquid', template],
  (template) => [
    'connections/sms.json',
    JSON.stringify({ name: 'sms', strategy: 'sms', options: { template, from: '+15005550006' } }),
  ],
]

it(`lints ${runs} mutated templates wherever they stand`, { timeout: 900_000 }, async () => {
  const slowest = { milliseconds: -1, template: '' }
  await fc.assert(
    fc.asyncProperty(mutant, fc.constantFrom(...hosts), async (template, host) => {
      const [path, text] = host(template)
      const source = (await openSource(path, text))!
      const cpu = cpuClock()
      const { diagnostics } = lintSource(source)
      const milliseconds = cpu()
      if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, template })
      for (const { start, end, message, fixes = [] } of diagnostics) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
        // A name that is not defined is a text to look for, so that its witness is that word.
        expect(message.replaceAll('`undefined`', '')).not.toMatch(/undefined|\[object|NaN/)
        for (const { edits } of fixes) expect(edits).not.toEqual([])
      }
    }),
    { numRuns: runs, seed },
  )
  console.info(`seed ${seed}; slowest of ${runs}: ${slowest.milliseconds.toFixed(1)} ms of CPU`)
  console.info(JSON.stringify(slowest.template))
})
