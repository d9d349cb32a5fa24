import { expect, test } from 'vitest'
import { maximumDepth } from '../../src/syntax/expression.ts'
import { parse } from '../../src/syntax/parse.ts'
import { cpuClock } from '../cpu.ts'
import { objection, spanFaults } from './engine.ts'
import { hostile } from './hostile.ts'

/** Milliseconds of CPU: linear reading takes a tenth of this, square reading at this size takes minutes. */
const patience = 8_000

test.each(Object.entries(hostile))('%s', { timeout: 10 * patience }, (_name, source) => {
  const cpu = cpuClock()
  const template = parse(source)
  expect(cpu()).toBeLessThan(patience)
  expect(spanFaults(template).slice(0, 3)).toEqual([])
})

test.each([
  ['blocks', (depth: number) => '{% if x %}'.repeat(depth) + '{% endif %}'.repeat(depth)],
  ['brackets', (depth: number) => `{{ a${'[a'.repeat(depth)}${']'.repeat(depth)} }}`],
  ['operators', (depth: number) => `{{ ${'not '.repeat(depth)} a }}`],
])('%s nest to the limit and no further, where LiquidJS still follows', (_name, nested) => {
  expect(parse(nested(maximumDepth)).errors).toEqual([])
  const beyond = nested(maximumDepth + 1)
  expect(parse(beyond).errors.map(({ code }) => code)).toEqual(['too-deep'])
  expect(objection(beyond)).toBeUndefined()
})
