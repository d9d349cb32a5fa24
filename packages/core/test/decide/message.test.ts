import { expect, it } from 'vitest'
import { countCodes, fakeCodeFor, isBlank } from '../../src/decide/message.ts'

it('shows a code that the template does not hold already', () => {
  expect(fakeCodeFor('Your code')).toBe('123456')
  const taken = '123456 907134 385217 640928'
  expect(taken).not.toContain(fakeCodeFor(taken))
  expect(fakeCodeFor(taken)).toMatch(/^\d{4,10}$/)
})

it.each([
  ['123456', 1],
  ['123456 and 123456', 2],
  ['123456\n@example.com #123456', 1],
  ['@example.com #123456', 0],
  ['mail me@example.com #123456', 1],
  ['', 0],
])('counts the codes of %j', (text, codes) => {
  expect(countCodes(text, '123456')).toBe(codes)
})

it.each(['', ' \n\t', '\u00a0\u200b\ufeff', '\u3164', '\u202e\u2066', '\u0000'])(
  '%j is blank',
  (text) => {
    expect(isBlank(text)).toBe(true)
  },
)

it.each(['.', ' a ', '👋', '\u200bم'])('%j is not', (text) => {
  expect(isBlank(text)).toBe(false)
})
