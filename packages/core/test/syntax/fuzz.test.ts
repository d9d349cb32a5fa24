import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { engine, expectSound, timedParse } from './engine.ts'
import { NotInterpreted, render } from './evaluate.ts'
import { mutant } from './mutants.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 5_000)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000_000)

const scopes = [
  { x: 'ab', a: null, b: ' ', n: 2, code: '123456', user: { name: 'Acme' } },
  { request_language: 'fr-FR', x: 1, y: true, a: 'fr', c: 3, application: { name: 'Acme' } },
  { request_language: 'nl,de', x: ['de', 'x'], z: 'a', b: 'b', d: -2, tag: 'iw' },
]

/** What a rendering gives: a text, or nothing where LiquidJS rejects a value on the way. */
const attempt = (rendering: () => string): string | undefined => {
  try {
    return rendering()
  } catch (error) {
    if (error instanceof NotInterpreted) throw error
    return undefined
  }
}

/** @returns whether the tree could be interpreted. */
const expectSameMeaning = (source: string): boolean => {
  const template = parse(source)
  const theirs = engine.parse(source)
  try {
    for (const scope of scopes) {
      const ours = attempt(() => render(template, scope))
      expect(ours).toBe(attempt(() => engine.renderSync(theirs, scope)))
    }
    return true
  } catch (error) {
    if (error instanceof NotInterpreted) return false
    throw error
  }
}

it(`is sound on ${runs} mutated templates`, { timeout: 600_000 }, () => {
  let slowest = { milliseconds: -1, source: '' }
  let rejected = 0
  let rendered = 0
  fc.assert(
    fc.property(mutant, (source) => {
      const { template, milliseconds } = expectSound(source)
      if (template.errors.length > 0) rejected++
      else if (expectSameMeaning(source)) rendered++
      if (milliseconds <= slowest.milliseconds) return
      // Once more, since most slow ones are the machine's doing.
      const again = Math.min(milliseconds, timedParse(source).milliseconds)
      if (again > slowest.milliseconds) slowest = { milliseconds: again, source }
    }),
    { numRuns: runs, seed },
  )
  const time = `${slowest.milliseconds.toFixed(2)} ms`
  const counts = `${runs} texts, ${rejected} rejected, ${rendered} rendered alike`
  console.info(`seed ${seed}: ${counts}; slowest ${time}: ${JSON.stringify(slowest.source)}`)
  expect(rejected).toBeGreaterThan(0)
  expect(rendered).toBeGreaterThan(0)
  expect(slowest.milliseconds).toBeLessThan(1_000)
})
