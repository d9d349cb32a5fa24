import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { diagnose } from './cases.ts'

const folder = new URL('../../../../fixtures/broken/', import.meta.url)

/** The fault that each example is there to show comes first among its errors. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'always-true.liquid': [],
  'curly-quotes.liquid': ['smart-quotes'],
  'elseif.liquid': ['unknown-tag'],
  'lost-code.liquid': ['code-missing'],
  'misspelt-placeholder.liquid': ['misspelt-placeholder'],
  'starts-with.liquid': ['unknown-operator'],
  'token-in-connection.json': ['inline-secret', 'empty-message', 'substring-match'],
  'two-texts-at-once.liquid': ['empty-message', 'overlapping-branches', 'substring-match'],
}

const warnings: Readonly<Record<string, readonly string[]>> = {
  'always-true.liquid': ['constant-condition'],
  'token-in-connection.json': ['sender-id', 'syntax-mismatch'],
}

it('has an expectation for each example', () => {
  expect(Object.keys(faults)).toEqual(readdirSync(folder).sort())
})

it.each(Object.keys(faults))('fixtures/broken/%s shows its fault', async (file) => {
  const found = await diagnose(readFileSync(new URL(file, folder), 'utf8'))
  const named = (severity: string): readonly string[] => [
    ...new Set(found.filter((each) => each.severity === severity).map(({ rule }) => rule)),
  ]
  expect(named('error').toSorted()).toEqual(faults[file]!.toSorted())
  expect(named('warning').toSorted()).toEqual((warnings[file] ?? []).toSorted())
})
