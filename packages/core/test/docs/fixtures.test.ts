import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  Lines,
  openSource,
  prepareFixture,
  readFixture,
  runCase,
  snapshotEntry,
  writeSnapshot,
} from '../../src/index.ts'
import { examplesIn } from './examples.ts'

const page = readFileSync(new URL('../../../../docs/fixtures.md', import.meta.url), 'utf8')
const path = 'otp.codeword.yaml'

const block = (heading: string, language: string): string =>
  `${examplesIn(page, heading).find((example) => example.language === language)!.text}\n`

test('docs/fixtures.md shows what its fixture gives, and its snapshot', async () => {
  const text = block('Example', 'yaml')
  const read = await readFixture(path, text)
  if (!read.ok) throw new Error(JSON.stringify(read))
  const source = await openSource('otp.liquid', block('Example', 'liquid').trimEnd())
  const subject = await prepareFixture(read.fixture, source)
  if (!subject.ok) throw new Error(JSON.stringify(subject))
  const lines = new Lines(text)
  const ran = read.fixture.cases.map((each) => {
    const run = runCase(subject.prepared, each)
    if (!run.ok) throw new Error(run.failure.message)
    return { each, result: run.result }
  })
  const told = ran.flatMap(({ result }) =>
    result.failures.map(({ span, message }) => {
      const { line, column } = lines.position(span.start)
      return `${path}:${line}:${column}: ${message}\n`
    }),
  )
  expect(told.join('')).toBe(block('Example', 'text'))
  const entries = ran.map(({ each, result }) => snapshotEntry(subject.prepared, each, result))
  const [, shown] = /^````markdown\n([\s\S]*?)^````$/m.exec(page)!
  expect(writeSnapshot(path, entries)).toBe(shown)
})

test('docs/fixtures.md shows how mistakes are told', async () => {
  const read = await readFixture(path, block('Mistakes', 'yaml'))
  const told = read.ok
    ? []
    : read.mistakes.map(
        ({ position: { line, column }, message }) => `${path}:${line}:${column}: ${message}\n`,
      )
  expect(told.join('')).toBe(block('Mistakes', 'text'))
})
