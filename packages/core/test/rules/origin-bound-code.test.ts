import { ruleCases } from './cases.ts'

const text = 'Your code is @@password@@\n\n'
const cases: readonly (readonly [string, string, string])[] = [
  ['indented', '  @example.com #@@password@@', 'first column'],
  ['a line break after it', '@example.com #@@password@@\n', 'nothing may follow it'],
  ['text after it', '@example.com #@@password@@\nBye', 'nothing may follow it'],
  ['text behind the code', '@example.com #@@password@@.', 'nothing may follow the code'],
  ['two spaces', '@example.com  #@@password@@', 'one space'],
  ['no space', '@example.com#@@password@@', 'one space'],
  ['a space before the code', '@example.com # @@password@@', 'follow `#` at once'],
  ['something else than the code', '@example.com #code', 'follow `#` at once'],
  ['a port', '@example.com:443 #@@password@@', 'plain name'],
  ['a host with accents', '@exämple.com #@@password@@', 'plain name'],
  ['an embedded host as Apple wrote it', '@example.com #@@password@@ %shop.example', '` @host`'],
]

ruleCases('origin-bound-code', [
  ...cases.map(([name, line, says]) => ({
    name,
    source: text + line,
    at: [line.split('\n')[0]!],
    says,
    severity: 'warning' as const,
  })),
  { name: 'right', source: `${text}@example.com #@@password@@`, at: [] },
  {
    name: 'right, with an embedded host',
    source: `${text}@example.com #@@password@@ @shop.example`,
    at: [],
  },
  {
    name: 'an address in the text',
    source: 'Mail help@example.com for #1 support. Code: @@password@@',
    at: [],
  },
])
