import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileReport } from '../../src/check/lint-source.ts'
import { plain } from '../../src/report/paint.ts'
import { stepSummary } from '../../src/report/step-summary.ts'
import { clean, otp } from './files.ts'

const look = { paint: plain, width: 80 }
const summaryOf = (files: readonly FileReport[], mostBytes: number): string => {
  const { add, end } = stepSummary(look, mostBytes)
  for (const file of files) add(file)
  return end()
}
const many = { ...otp, diagnostics: Array.from({ length: 40 }, () => otp.diagnostics).flat() }

test('is one table with the errors first', async () => {
  const backwards = { ...otp, diagnostics: otp.diagnostics.toReversed() }
  await expect(summaryOf([clean, backwards], 1_000_000)).toMatchFileSnapshot(
    'golden/step-summary.md',
  )
})

test('says nothing of nothing', () => {
  expect(summaryOf([clean], 1_000_000)).toBe('')
})

test('never takes more than it may, and counts what it leaves out', () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.string({ unit: 'binary' }), (most, message) => {
      const file = { ...many, diagnostics: many.diagnostics.map((each) => ({ ...each, message })) }
      const summary = summaryOf([file], most)
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(most)
      if (summary === '') return
      const rows = summary.match(/^\| (?:error|warning|info) /gm)?.length ?? 0
      const rest = /^and (\d+) more findings?: the log has them all\.$/m.exec(summary)?.[1] ?? '0'
      expect(rows + Number(rest)).toBe(120)
    }),
  )
})

test('a message is nothing but words in its cell', () => {
  const [first] = otp.diagnostics
  const message = 'a | b\n| c <b>x</b> @team #1 [x](y)'
  const row = summaryOf([{ ...otp, diagnostics: [{ ...first!, message }] }], 10_000)
    .split('\n')
    .find((line) => line.startsWith('| error'))!
  expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7)
  expect(row).not.toMatch(/[<@]\w|(?<!&)#\w|(?<!\\)\]/)
})
