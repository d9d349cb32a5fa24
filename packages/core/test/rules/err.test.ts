import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lintSource, openSource, type RuleGroup, rules, type Severity } from '../../src/index.ts'

const folder = new URL('../../../../fixtures/err/', import.meta.url)
const files = readdirSync(folder)

/** What users may rely on: every rule with its group and its severity. */
const table: Readonly<Record<RuleGroup, Readonly<Partial<Record<Severity, string>>>>> = {
  proof: {
    error:
      'empty-message code-missing code-repeated overlapping-branches wrong-language substring-match',
    warning:
      'unreachable-branch constant-condition region-only-branch case-or-separator unknown-language',
  },
  syntax: {
    error: 'syntax-error unknown-tag unknown-operator smart-quotes',
    warning: 'unknown-filter unknown-variable mixed-and-or unsupported-syntax engine-divergence',
  },
  placeholder: {
    error: 'misspelt-placeholder',
    warning: 'syntax-mismatch placeholder-collision caller-controlled-text',
  },
  message: {
    error: 'message-too-long template-too-long',
    warning: 'segment-limit origin-bound-code script-mismatch branch-parity',
    info: 'ucs2-character edge-whitespace same-text expiry-claim',
  },
  connection: { error: 'invalid-connection inline-secret', warning: 'sender-id' },
  hygiene: { warning: 'unused-suppression' },
}

test('the rules are those of the table', () => {
  const listed = Object.entries(table).flatMap(([group, levels]) =>
    Object.entries(levels).flatMap(([severity, names]) =>
      names.split(' ').map((name) => `${name}: ${group}, ${severity}`),
    ),
  )
  const existing = rules.map(({ name, group, severity }) => `${name}: ${group}, ${severity}`)
  expect(existing.sort()).toEqual(listed.sort())
})

test('fixtures/err has one example for each rule', () => {
  const named = files.map((file) => file.replace(/\.(liquid|json)$/, ''))
  expect(named.sort()).toEqual(rules.map(({ name }) => name).sort())
})

test.each(files)('fixtures/err/%s: its rule speaks', async (file) => {
  const source = (await openSource(file, readFileSync(new URL(file, folder), 'utf8')))!
  const [rule] = file.split('.')
  const limit = rule === 'segment-limit' ? { segmentLimit: 1 } : {}
  const found = lintSource(source, limit).diagnostics.map((diagnostic) => diagnostic.rule)
  expect(found).toContain(rule)
})
