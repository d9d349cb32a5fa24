import fc from 'fast-check'
import { Value } from 'liquidjs'
import { describe, expect, it, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import type { Expression, Filtered } from '../../src/syntax/tree.ts'
import { partsOf, walkExpression } from '../../src/syntax/walk.ts'
import { engine } from './engine.ts'
import { evaluate } from './evaluate.ts'
import { printFiltered } from './print.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 2_000)

const start = '{{ '.length

/** The value of `{{ text }}`, and that output's source. */
const read = (text: string): { source: string; value: Filtered } => {
  const source = `{{ ${text} }}`
  const [output] = parse(source).nodes
  if (output?.type !== 'output' || !output.value) throw new Error(`${source} has no value`)
  return { source, value: output.value }
}

describe('grouping follows the postfix machine of LiquidJS', () => {
  test.each([
    ["x contains 'fr'", "(x contains 'fr')"],
    ['a and b or c', '(a and (b or c))'],
    ['a or b and c', '(a or (b and c))'],
    ['a == b and c != d', '((a == b) and (c != d))'],
    ['a == b == c', '(a == (b == c))'],
    ['a < b >= c', '(a < (b >= c))'],
    ['not a and b', '((not a) and b)'],
    ["not x contains 'fr'", "(not (x contains 'fr'))"],
    ['not not a', '(not (not a))'],
    // What is written wrong still means something:
    ["x startswith 'fr'", "x ignoring startswith 'fr'"],
    ["x == 'fr' 'de'", "x ignoring ('fr' == 'de')"],
    ["x == 'fr' or 'de'", "((x == 'fr') or 'de')"],
    ['x contains', '(∅ contains x)'],
    ["contains 'fr'", "(∅ contains 'fr')"],
    ['contains', '(∅ contains ∅)'],
    ['and and', '(∅ and (∅ and ∅))'],
    ['a == not b', '(∅ == a) ignoring (not b)'],
    ['a not b', 'a ignoring (not b)'],
    ['not', '(not ∅)'],
    ["a <> 'b'", "(∅ < (a > 'b'))"],
    ['a b c ==', 'a ignoring (b == c)'],
    // A filter is applied to the whole:
    ["x contains 'fr' | downcase", "(x contains 'fr') | downcase"],
    ["x | replace: '_', '-' | split: ','", "x | replace: '_', '-' | split: ','"],
    ["x | default: 'en', allow_false: true", "x | default: 'en', allow_false: true"],
  ])('%s', (text, expected) => {
    expect(printFiltered(read(text).value)).toBe(expected)
  })
})

describe('spans', () => {
  /** Every part with the text that it covers. */
  const covered = (text: string): string[] => {
    const { source, value } = read(text)
    const parts: Expression[] = partsOf(value).flatMap((expression) => {
      const found: Expression[] = []
      walkExpression(expression, (part) => found.push(part))
      return found
    })
    return parts.map((part) => `${part.type} ${source.slice(part.start, part.end)}`)
  }

  test.each([
    [
      "not x.y contains 'fr'",
      ["not not x.y contains 'fr'", "binary x.y contains 'fr'", 'variable x.y', "literal 'fr'"],
    ],
    ['a[b.c]', ['variable a[b.c]', 'variable b.c']],
    ['(1..n)', ['range (1..n)', 'literal 1', 'variable n']],
    ["a | f: b, k: 'c'", ['variable a', 'variable b', "literal 'c'"]],
    ['a 💬 b', ['variable a', 'variable 💬', 'variable b']],
  ])('%s', (text, expected) => {
    expect(covered(text)).toEqual(expected)
  })

  it('puts a missing operand where it was left out', () => {
    const after = read('x contains').value.expression
    const before = read('== y').value.expression
    expect(after).toMatchObject({ left: { type: 'missing', start: start + 10, end: start + 10 } })
    expect(before).toMatchObject({ left: { type: 'missing', start, end: start } })
  })

  it('covers a filter from its name to its last argument', () => {
    const { source, value } = read('a | first  | f : 1, k: 2 ')
    const texts = value.filters.map((filter) => source.slice(filter.start, filter.end))
    expect(texts).toEqual(['first', 'f : 1, k: 2'])
    expect(source.slice(value.start, value.end)).toBe('a | first  | f : 1, k: 2')
  })
})

test.each([
  ["'it\\'s'", { value: "it's", closed: true }],
  ['"a\\u0041"', { value: 'aA', closed: true }],
  ["'a\\\\'", { value: 'a\\', closed: true }],
  ['-1.50', { value: -1.5, form: 'number' }],
  ['blank', { value: '', form: 'keyword', keyword: 'blank' }],
  ['nil', { value: null, form: 'keyword', keyword: 'nil' }],
  ['false', { value: false, form: 'keyword', keyword: 'false' }],
])('reads the literal %s', (text, expected) => {
  expect(read(text).value.expression).toMatchObject({ type: 'literal', ...expected })
})

test.each([
  ["'fr", 'f'],
  ["'fr\\'", "fr'"],
  ["'", ''],
])('%s is not closed, and has the value that LiquidJS guesses: %j', (text, value) => {
  const [node] = parse(`{% if x == ${text} %}{% endif %}`).nodes
  const condition = node?.type === 'if' ? node.arms[0]?.condition?.expression : undefined
  expect(condition).toMatchObject({ right: { form: 'quoted', closed: false, value } })
})

const words = [
  ...['a', 'b', 'n', 'list', 'nope', 'a.size', 'list[0]', "'fr'", "'x'", '1', '-2.5', '(1..2)'],
  ...['true', 'false', 'nil', 'empty', 'blank', "''", "' '", '==', '!=', '<', '>', '<=', '>='],
  ...['contains', 'and', 'or', 'not', 'and', 'or', 'contains', '=='],
]
const scope = { a: 'fr-FR', b: 'fr', n: 2, list: ['fr', 2] }

/** The value, or the name of the error that it ends in. */
const outcome = (value: () => unknown): unknown => {
  try {
    return value()
  } catch (error) {
    return error instanceof Error ? error.name : error
  }
}

test(`${runs} sequences of operands and operators mean what they mean to LiquidJS`, {
  timeout: 600_000,
}, () => {
  const sequence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(sequence, (parts) => {
      const text = parts.join(' ')
      const { source, value } = read(text)
      const ours = outcome(() => evaluate(source, value, scope))
      expect(ours).toEqual(outcome(() => engine.evalValueSync(text, scope)))
    }),
    { numRuns: runs },
  )
})

test(`${runs} filter chains are split as LiquidJS splits them`, { timeout: 600_000 }, () => {
  const parts = ['a', '|', '|', ':', ',', 'f', 'g', "'x'", 'k:', '1', ')', ' ', '[b]', '.c']
  const chain = fc.array(fc.constantFrom(...parts), { maxLength: 12 })
  fc.assert(
    fc.property(chain, (rest) => {
      const text = `a | ${rest.join(' ')}`
      const { value } = read(text)
      const accepted = parse(`{{ ${text} }}`).errors.length === 0
      const theirs = outcome(() => {
        const { filters } = new Value(text, engine)
        return filters.map(({ name, args }) => `${name} ${args.length}`)
      })
      const ours = value.filters.map(({ name, args }) => `${name} ${args.length}`)
      expect(accepted ? ours : 'TokenizationError').toEqual(theirs)
    }),
    { numRuns: runs },
  )
})
