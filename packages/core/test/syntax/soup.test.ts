import fc from 'fast-check'
import { tags } from 'liquidjs'
import { expect, test } from 'vitest'
import { isBlank } from '../../src/syntax/blank.ts'
import { leaves } from '../../src/syntax/leaves.ts'
import { engine, expectSound } from './engine.ts'
import { fragments } from './seeds.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 1_000)

test(`${runs} texts of Liquid's own pieces are read soundly`, { timeout: 600_000 }, () => {
  const piece = fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 3 }))
  const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(soup, (source) => {
      const { template } = expectSound(source)
      const texts = leaves(template).map(({ start, end }) => source.slice(start, end))
      expect(texts.join('')).toBe(source)
    }),
    { numRuns: runs },
  )
})

const names = [...Object.keys(tags), 'elsif', 'else', 'when', 'endif', 'iff']
const pieces = [
  ...[
    "'a'",
    '"b"',
    "'",
    '"',
    '\\',
    'a',
    'b.c',
    'or',
    'and',
    'not',
    'in',
    'with',
    'for',
    'as',
    'none',
  ],
  ...[
    'contains',
    '==',
    '=',
    ':',
    ',',
    '|',
    '.',
    '..',
    '(',
    ')',
    '(1..2)',
    '[',
    ']',
    '#',
    '-',
    '\n',
  ],
  ...[
    'a: 1',
    'reversed',
    'limit',
    '1',
    '-2.5',
    '1.',
    'nil',
    '💬',
    '{',
    '}',
    '{{',
    '{%',
    "'{{ x }}'",
  ],
  ...["'{{'", "'{% if %\\u007d'", ' ', ' ', ' ', ' '],
]
const tag = fc
  .tuple(fc.constantFrom(...names), fc.array(fc.constantFrom(...pieces), { maxLength: 8 }))
  .map(([name, rest]) => `${name} ${rest.join('')}`)
const line = tag.map((text) => text.replaceAll('%', ''))

/** Around a tag: nothing, the block that it may need, or a line of its own. */
const wrap = (text: string, kind: number): string => {
  const [name] = text.split(' ')
  const closed = `{% ${text} %}x{% end${name} %}`
  if (kind === 0) return `{% ${text} %}`
  if (kind === 1) return closed
  if (kind === 2) return `{% if x %}{% ${text} %}{% endif %}`
  if (kind === 3) return `{% case x %}{% ${text} %}{% endcase %}`
  if (kind === 4) return `{% unless x %}{% else %}{% ${text} %}{% endunless %}`
  if (kind === 5) return `{% for x in y %}{% else %}{% ${text} %}{% endfor %}`
  return `{% liquid\n${text}\nend${name}\n%}`
}

test(`${runs} tags with arguments of all sorts are read soundly`, { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(tag, line), fc.nat(6), (text, kind) => {
      expectSound(wrap(text, kind))
    }),
    { numRuns: runs },
  )
})

test('blanks are what LiquidJS trims, over all of UTF-16', { timeout: 60_000 }, () => {
  const differing: number[] = []
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit)
    const trimmed = engine.parseAndRenderSync(`{{ '' -}}${character}`) === ''
    if (trimmed !== isBlank(unit)) differing.push(unit)
  }
  expect(differing).toEqual([])
})
