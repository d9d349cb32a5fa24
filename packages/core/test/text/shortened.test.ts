import { expect, test } from 'vitest'
import { shortened } from '../../src/text/shortened.ts'

test.each([
  ['as it is', 'abc', 3, 'abc'],
  ['cut', 'abcd', 3, 'ab…'],
  ['before a surrogate pair', 'a🔑bc', 3, 'a…'],
  ['behind a surrogate pair', '🔑bcd', 4, '🔑b…'],
  ['nothing but the sign', 'abc', 1, '…'],
  ['empty', '', 1, ''],
])('%s', (_name, text, most, shown) => {
  expect(shortened(text, most)).toBe(shown)
})
