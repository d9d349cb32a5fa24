import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import {
  type MutantResult,
  type MutationTestResult,
  type Position,
  schema,
} from 'mutation-testing-report-schema'
import { expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

/** The schema of the viewers takes any further key: a misspelt one would pass. */
function strict(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(strict)
  if (typeof part !== 'object' || part === null) return part
  const inner = Object.entries(part).map(([key, value]) => [key, strict(value)])
  const closed = 'properties' in part ? { additionalProperties: false } : {}
  return { ...Object.fromEntries(inner), ...closed }
}

const validate = new Ajv({ allErrors: true, formats: { uri: true } }).compile(
  strict(schema) as object,
)

async function reportOf(paths: readonly string[], cwd: string): Promise<MutationTestResult> {
  const { out, err } = await runHere(['mutate', ...paths, '--format', 'mutation-testing'], { cwd })
  expect(err).toBe('')
  const report: unknown = JSON.parse(out)
  validate(report)
  expect(validate.errors ?? []).toEqual([])
  return report as MutationTestResult
}

/** What a viewer makes of a mutant. */
function mutated(source: string, { location: { start, end }, replacement }: MutantResult): string {
  const lines = source.split(/(?<=\r\n|\n)/)
  const offset = ({ line, column }: Position): number =>
    lines.slice(0, line - 1).join('').length + column - 1
  return source.slice(0, offset(start)) + replacement + source.slice(offset(end))
}

function holds({ files, testFiles = {} }: MutationTestResult): void {
  const tests = Object.values(testFiles).flatMap((file) => file.tests.map(({ id }) => id))
  const mutants = Object.values(files).flatMap((file) => file.mutants)
  expect(new Set(tests).size).toBe(tests.length)
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
  for (const { killedBy = [], status } of mutants)
    expect([killedBy.length, tests]).toEqual([
      status === 'Killed' ? 1 : 0,
      expect.arrayContaining([...killedBy]),
    ])
  for (const { source, mutants } of Object.values(files)) {
    const texts = mutants.map((mutant) => mutated(source, mutant))
    expect(new Set([source, ...texts]).size).toBe(mutants.length + 1)
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

test('the report on the fixtures of this repository is as the schema of its viewers says', async () => {
  const committed = globSync('fixtures/{,weak/}*.codeword.{yaml,json}', { cwd: root })
  const report = await reportOf(['fixtures'], root)
  expect(Object.keys(report.testFiles ?? {})).toHaveLength(committed.length)
  holds(report)
})

test('and so is one with survivors, two fixtures of one template, CRLF and no cases', async () => {
  const template = "\ufeff{% if request_language == 'fr' -%}\r\nCode{% endif %}\r\n{{ code }}\r\n"
  const options = { template: '{{ code }}', request_language: 'fr' }
  const cwd = folderWith({
    'otp.liquid': template,
    'sms.json': JSON.stringify({ strategy: 'sms', options }),
    'a.codeword.yaml': 'template: otp.liquid\n',
    'b.codeword.yaml': 'template: otp.liquid\r\ncases:\r\n  - name: any\r\n',
    'sms.codeword.json': '{ "connection": "sms.json", "cases": [{ "name": "</script>" }] }',
    'empty.liquid': '',
    'empty.codeword.yaml': 'template: empty.liquid\n',
  })
  const report = await reportOf([], cwd)
  expect(Object.keys(report.files)).toEqual([
    'otp.liquid',
    'otp.liquid (b.codeword.yaml)',
    'empty.liquid',
    'sms.json options.template',
  ])
  holds(report)
})
