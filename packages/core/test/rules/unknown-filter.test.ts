import { describe, expect, test } from 'vitest'
import { ruleCases } from './cases.ts'
import { fixed } from './fixed.ts'

const rule = 'unknown-filter'
const filtered = (filter: string): string => `Your Acme code: {{ code | ${filter} }}`

const meant = [
  ['lowercase', 'downcase'],
  ['toLowerCase', 'downcase'],
  ['uppercase', 'upcase'],
  ['trim', 'strip'],
  ['length', 'size'],
  ['downcaes', 'downcase'],
  ['Downcase', 'downcase'],
  ['strip-html', 'strip_html'],
] as const

ruleCases(rule, [
  ...meant.map(([name, right]) => ({
    name,
    source: filtered(name),
    at: [name],
    says: `Did you mean \`${right}\`?`,
    severity: 'warning' as const,
  })),
  { name: 'like no other', source: filtered('wombat'), at: ['wombat'] },
  {
    name: 'behind an assign, with arguments',
    source: '{% assign tag = request_language | lower | cut: 2 | first %}{{ tag }}{{ code }}',
    at: ['lower', 'cut'],
  },
  { name: 'of every object', source: filtered('constructor'), at: ['constructor'] },
  { name: 'a documented one', source: filtered('downcase'), at: [] },
  { name: 'one that only LiquidJS has', source: filtered('squish'), at: [] },
])

describe('the fix', () => {
  test.each(meant)('%s', async (name, right) => {
    expect(await fixed(rule, filtered(name))).toEqual({ text: filtered(right), safe: false })
  })
})
