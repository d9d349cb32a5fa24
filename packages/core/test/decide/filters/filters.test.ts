import { describe, expect, it } from 'vitest'
import { textFilters } from '../../../src/decide/symbolic/text-filters.ts'
import { checkFilter, checkPiece, filterCases } from '../filter-oracle.ts'

const machines = Math.min(Number(process.env.CODEWORD_RUNS ?? 6), 200)
const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)

it('every filter that is decided has cases', () => {
  const tried = new Set(filterCases.map(([liquid]) => /^\w+/.exec(liquid)![0]))
  expect([...textFilters.keys()].filter((name) => !tried.has(name))).toEqual([])
})

describe(`filters pull sets of texts back exactly (seed ${seed})`, () => {
  for (const one of filterCases) it(one[0], () => checkFilter(one, seed, machines))
  it.each([1, 2, 3])('the piece at %i', (index) => checkPiece(index, seed, machines))
})
