import { createInterface } from 'node:readline'
import { Readable, Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columns, firstColumns, lastColumns, wrap } from '../../src/text/columns.ts'
import { visible } from '../../src/text/visible.ts'

/** Node's own idea of width: where the cursor stands behind a typed text. */
function nodeColumns(text: string): number {
  const output = Object.assign(new Writable(), { columns: 1_000_000, isTTY: true })
  const line = createInterface({ input: new Readable({ read() {} }), output, terminal: false })
  line.setPrompt('')
  Object.assign(line, { line: text, cursor: text.length })
  const { cols } = line.getCursorPos()
  line.close()
  return cols
}

test.each([
  'Your code is 123456',
  'Ваш код: 123456',
  'קוד 123456',
  '確認コード：１２３４５６',
  '인증번호 123456',
  '你的验证码',
  'รหัส',
  'cafe\u0301',
  '🔑 123456',
  'ﾊﾝｶｸ',
])('agrees with Node on the width of %s', (text) => {
  expect(columns(text)).toBe(nodeColumns(text))
})

const text = fc.string({
  unit: fc.constantFrom(...'ab  ', 'é', 'e\u0301', '码', '🔑', 'ـ'),
  maxLength: 60,
})

test('a beginning and an end fit and cannot be longer', () => {
  fc.assert(
    fc.property(text, fc.nat(30), (source, width) => {
      const [first, last] = [firstColumns(source, width), lastColumns(source, width)]
      expect(source.startsWith(first)).toBe(true)
      expect(source.endsWith(last)).toBe(true)
      for (const part of [first, last]) {
        expect(columns(part)).toBeLessThanOrEqual(width)
        if (part !== source) expect(columns(part)).toBeGreaterThan(width - 2)
      }
    }),
  )
})

test('wrapping fits every line and loses nothing but spaces', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (source, width) => {
      const lines = wrap(visible(source), width)
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(visible(source).replaceAll(' ', ''))
    }),
  )
})

test('wraps at spaces', () => {
  expect(wrap('A phone set to German gets an empty message', 20)).toEqual([
    'A phone set to',
    'German gets an empty',
    'message',
  ])
})
