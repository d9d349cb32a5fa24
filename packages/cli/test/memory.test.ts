import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '@codeword/core'
import { expect, test } from 'vitest'
import { codeword } from './cli.ts'
import { folderWith } from './folder.ts'

/** With a fault whose report is short, in a text that is long. */
const faulty = (n: number, length: number): string =>
  `{% comment %}${'x'.repeat(length)}{% endcomment %}{% if request_language == 'nl' %}Uw code ${n}: @@password@@{% endif %}`

const many = (count: number, length: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`sms/é ${n}.liquid`, faulty(n, length)]),
  )

test('no text is held once its report is written', { timeout: 60_000 }, () => {
  const [count, megabytes] = [300, 40]
  const length = (4 * megabytes * 2 ** 20) / count
  const cwd = folderWith(many(count, length))
  const names = Object.keys(formats)
  const outputs = names.flatMap((name) => ['--format', name, '--output-file', `${name}.out`])
  const node = [`--max-old-space-size=${megabytes}`]
  const { code, err } = codeword(['lint', 'sms', ...outputs], { cwd, node })
  expect([code, err]).toEqual([1, ''])
  for (const name of names) {
    const report = readFileSync(join(cwd, `${name}.out`), 'utf8')
    for (const n of [0, 7, count - 1])
      expect(report).toMatch(new RegExp(`sms/(?:é|%C3%A9)(?: |%20)${n}\\.liquid`))
  }
})

test('a report is whole that is longer than what is held of it', () => {
  const cwd = folderWith(many(600, 1))
  const { code, out, err } = codeword(['lint', 'sms', '--json'], { cwd })
  expect([code, err]).toEqual([1, ''])
  expect(out.length).toBeGreaterThan(2 * 2 ** 18)
  const { files, summary } = JSON.parse(out)
  expect(new Set(files.map(({ path }: { path: string }) => path)).size).toBe(600)
  expect(out).not.toContain('\ufffd')
  expect(summary.errors).toBeGreaterThanOrEqual(600)
})
