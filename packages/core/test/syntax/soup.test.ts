import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlank } from '../../src/syntax/blank.ts'
import { leaves } from '../../src/syntax/leaves.ts'
import { engine, expectSound } from './engine.ts'
import { fragments } from './seeds.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 1_000)

test(`${runs} texts of Liquid's own pieces are read soundly`, { timeout: 600_000 }, () => {
  const piece = fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 3 }))
  const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(soup, (source) => {
      const { template } = expectSound(source)
      const texts = leaves(template).map(({ start, end }) => source.slice(start, end))
      expect(texts.join('')).toBe(source)
    }),
    { numRuns: runs },
  )
})

test('blanks are what LiquidJS trims, over all of UTF-16', { timeout: 60_000 }, () => {
  const differing: number[] = []
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit)
    const trimmed = engine.parseAndRenderSync(`{{ '' -}}${character}`) === ''
    if (trimmed !== isBlank(unit)) differing.push(unit)
  }
  expect(differing).toEqual([])
})
