import { expect, test } from 'vitest'
import { progressOf } from '../src/progress.ts'

/** What is drawn while `total` steps are done, each of which takes `pace` milliseconds. */
function drawn(total: number, pace: number, columns = 60): readonly string[] {
  const written: string[] = []
  let time = 0
  const terminal = { columns, write: (text: string) => written.push(text) }
  const progress = progressOf(total, { terminal }, () => time)
  for (let i = 0; i < total; i++) {
    time += pace
    progress.step()
  }
  progress.end()
  return written
}

test('shows how far a long run has come, and is gone in the end', () => {
  const shown = drawn(100, 50)
  expect(shown[0]).toBe(`\r[${'#'.repeat(4)}${'-'.repeat(36)}] 10 of 100`)
  expect(shown.at(-2)).toBe(`\r[${'#'.repeat(40)}] 100 of 100`)
  expect(shown.at(-1)).toBe('\r\x1b[K')
})

test('is drawn ten times a second at most', () => {
  expect(drawn(20_000, 1).length).toBeLessThanOrEqual(20_000 / 100)
})

test.each([
  ['a short run', 100, 4],
  ['few files', 20, 1_000],
])('%s has none', (_name, total, pace) => {
  expect(drawn(total, pace)).toEqual([])
})

test('a terminal that does not say how wide it is has the usual width', () => {
  expect(drawn(100, 50, 0)).toEqual(drawn(100, 50, 80))
})

test.each([5, 10, 13, 14, 20, 200])('fits into %s columns', (columns) => {
  for (const text of drawn(100, 50, columns).slice(0, -1))
    expect(text.slice(1).length).toBeLessThan(columns)
})
