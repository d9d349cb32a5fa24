import { expect, it } from 'vitest'
import { Lines } from '../../src/text/lines.ts'

const lines = new Lines('ab\r\nc👋d\re\n')

it.each([
  [-3, 1, 1],
  [0, 1, 1],
  [2, 1, 3],
  [4, 2, 1],
  [7, 2, 4],
  [9, 3, 1],
  [11, 4, 1],
  [99, 4, 1],
])('offset %i is at %i:%i', (offset, line, column) => {
  expect(lines.position(offset)).toEqual({ line, column })
})

it('gives each line without its end', () => {
  expect([1, 2, 3, 4, 5].map((line) => lines.line(line))).toEqual(['ab', 'c👋d', 'e', '', ''])
  expect(lines.position(Number.POSITIVE_INFINITY).line).toBe(4)
})
