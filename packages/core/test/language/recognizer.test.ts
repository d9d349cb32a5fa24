import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyCase,
  chars,
  choice,
  type Grammar,
  many,
  optional,
  repeat,
  sequence,
  words,
} from '../../src/language/grammar.ts'
import { recognizer } from '../../src/language/recognizer.ts'
import { runs } from './runs.ts'

test.each<[string, Grammar, readonly string[], readonly string[]]>([
  ['text', 'ab', ['ab'], ['', 'a', 'abc', 'AB']],
  ['the empty text', '', [''], ['a']],
  ['words', words(['a', 'ab', 'b', '']), ['', 'a', 'ab', 'b'], ['ba', 'abb']],
  ['no words', words([]), [], ['', 'a']],
  ['characters', chars('a-c_-'), ['a', 'c', '_', '-'], ['d', '', 'ab']],
  ['characters beyond the BMP', chars('😀-😃'), ['😁'], ['😄', '\ud83d']],
  ['a sequence', sequence('a', chars('0-9')), ['a1'], ['a', '1', 'a12']],
  ['a choice', choice('a', 'bc'), ['a', 'bc'], ['b', 'abc']],
  ['a repetition', repeat(2, 3, 'a'), ['aa', 'aaa'], ['a', 'aaaa']],
  ['no repetition', repeat(0, 0, 'a'), [''], ['a']],
  ['an endless repetition', many('a', 'b'), ['', 'ab', 'abab'], ['a', 'aba']],
  ['an endless repetition of nothing', many(optional('a')), ['', 'aaa'], ['b']],
  ['either case', anyCase('i-x'), ['i-x', 'I-X', 'i-X'], ['i_x']],
])('%s', (_, grammar, inside, outside) => {
  const belongs = recognizer(() => grammar)
  expect(inside.filter((text) => !belongs(text))).toEqual([])
  expect(outside.filter((text) => belongs(text))).toEqual([])
})

const { grammar } = fc.letrec<{ grammar: Grammar }>((tie) => ({
  grammar: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 2 }),
    fc.constantFrom(chars('a'), chars('ab'), chars('a-c')),
    fc.array(fc.constantFrom('', 'a', 'ab', 'b', 'ba'), { maxLength: 3 }).map(words),
    fc.array(tie('grammar'), { maxLength: 3 }).map((parts) => sequence(...parts)),
    fc.array(tie('grammar'), { minLength: 1, maxLength: 3 }).map((parts) => choice(...parts)),
    fc
      .tuple(tie('grammar'), fc.nat(2), fc.constantFrom(0, 1, 2, Infinity))
      .map(([body, min, more]) => repeat(min, min + more, body)),
  ),
}))

/** The same language for the regular expressions of the host. */
function source(grammar: Grammar): string {
  if (typeof grammar === 'string') return `(?:${grammar})`
  switch (grammar.type) {
    case 'words':
      return grammar.words.length === 0 ? '[]' : `(?:${grammar.words.join('|')})`
    case 'chars':
      return `[${grammar.ranges.map(([a, b]) => `\\u{${a.toString(16)}}-\\u{${b.toString(16)}}`).join('')}]`
    case 'sequence':
      return grammar.parts.map(source).join('')
    case 'choice':
      return `(?:${grammar.options.map(source).join('|')})`
    case 'repeat':
      return `(?:${source(grammar.body)}){${grammar.min},${grammar.max === Infinity ? '' : grammar.max}}`
  }
}

let short = ['']
for (let length = 1; length <= 5; length++)
  short = [...new Set([...short, ...short.flatMap((text) => [...'abc'].map((c) => text + c))])]

test('agrees with regular expressions on all short texts', () => {
  fc.assert(
    fc.property(grammar, (grammar) => {
      const pattern = new RegExp(`^(?:${source(grammar)})$`, 'u')
      const belongs = recognizer(() => grammar)
      expect(short.filter((text) => belongs(text) !== pattern.test(text))).toEqual([])
    }),
    { numRuns: runs(300) },
  )
})
