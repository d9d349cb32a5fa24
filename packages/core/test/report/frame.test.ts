import { expect, test } from 'vitest'
import { codeFrame } from '../../src/report/frame.ts'
import { plain } from '../../src/report/paint.ts'
import { Lines } from '../../src/text/lines.ts'
import { marks } from './files.ts'

const frame = (text: string, start: number, end: number, width = 60): string =>
  `\n${codeFrame(new Lines(text), { start, end }, { paint: plain, style: 'error', width }).join('\n')}\n`

test.each([
  ['a span', 'Hello brave world', 6, 11, '1 │ Hello brave world', '  │       ^^^^^'],
  ['nothing, between two characters', 'ab', 1, 1, '1 │ ab', '  │  ^'],
  ['nothing, at the end', 'ab', 2, 2, '1 │ ab', '  │   ^'],
  ['an empty file', '', 0, 0, '1 │', '  │ ^'],
  ['a tab before', '\tab', 1, 2, '1 │   ab', '  │   ^'],
  ['a tab inside', 'a\tb', 1, 2, '1 │ a  b', '  │  ^^'],
  ['wide characters', '确认码 code', 0, 3, '1 │ 确认码 code', '  │ ^^^^^^'],
  ['after wide characters', '确认码 code', 4, 8, '1 │ 确认码 code', '  │        ^^^^'],
  ['an emoji', 'a 🔑 b', 2, 4, '1 │ a 🔑 b', '  │   ^^'],
  ['a combining mark', 'cafe\u0301 x', 6, 7, '1 │ cafe\u0301 x', '  │      ^'],
  ['a hidden override', 'a\u202eb', 1, 2, '1 │ a<U+202E>b', '  │  ^^^^^^^^'],
  ['an escape', '\x1b[31mred', 5, 8, '1 │ <U+001B>[31mred', '  │             ^^^'],
  ['half a pair', 'a\ud83db', 2, 3, '1 │ a<U+D83D>b', '  │          ^'],
  ['a line end', 'ab\r\ncd', 2, 4, '1 │ ab', '  │   ^'],
])('marks %s', (_name, text, start, end, line, carets) => {
  expect(frame(text, start, end)).toBe(`\n${line}\n${carets}\n`)
})

test('marks every line of a short span', () => {
  expect(frame('one\ntwo\nthree', 2, 9)).toBe(`
1 │ one
  │   ^
2 │ two
  │ ^^^
3 │ three
  │ ^
`)
})

test('leaves out the middle of a long span and aligns line numbers', () => {
  const text = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`).join('\n')
  expect(frame(text, 0, text.length)).toBe(`
 1 │ line 1
   │ ^^^^^^
   ⋮
12 │ line 12
   │ ^^^^^^^
`)
})

test.each([
  [0, 4, '1 │ 0123456789012345678901234567890123…'],
  [500, 504, '1 │ …678901234567890123456789012345678…'],
  [996, 1000, '1 │ …6789012345678901234567890123456789'],
])('shows the part of a long line around %i', (start, end, line) => {
  const text = '0123456789'.repeat(100)
  const [shown, carets] = codeFrame(
    new Lines(text),
    { start, end },
    { paint: plain, style: 'error', width: 39 },
  )
  expect(shown).toBe(line)
  const from = carets!.indexOf('^')
  expect(shown!.slice(from, carets!.length)).toBe(text.slice(start, end))
})

test('clips a span that is wider than the terminal', () => {
  expect(frame('x'.repeat(300), 100, 250, 30)).toBe(`
1 │ …xxxxxxxxxxxxxxxxxxxxxxxx…
  │    ^^^^^^^^^^^^^^^^^^^^^^^
`)
})

test('paints gutter and carets, not the source', () => {
  const options = { paint: marks, style: 'warning', width: 60 } as const
  expect(codeFrame(new Lines('ab'), { start: 0, end: 1 }, options)).toEqual([
    '<faint>1</faint> <faint>│</faint> ab',
    '  <faint>│</faint> <warning>^</warning>',
  ])
})
