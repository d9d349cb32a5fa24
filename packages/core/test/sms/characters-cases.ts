import { expect } from 'vitest'
import { type Ucs2Character, ucs2Characters } from '../../src/sms/characters.ts'

/** Texts, and what of each makes it UCS-2. */
export const ucs2Texts: readonly (readonly [text: string, found: readonly Ucs2Character[]])[] = [
  ['Your code is 123456', []],
  ['Tu código', [{ character: 'ó', start: 4, end: 5, lookAlike: 'o' }]],
  ['Acme’s', [{ character: '’', start: 4, end: 5, lookAlike: "'" }]],
  ['cafe\u0301', [{ character: 'e\u0301', start: 3, end: 5, lookAlike: 'é' }]],
  ['a\u200bb', [{ character: '\u200b', start: 1, end: 2, lookAlike: '' }]],
  ['ok 👨‍👩‍👧!', [{ character: '👨‍👩‍👧', start: 3, end: 11 }]],
  [
    '🇳🇱🇫🇷',
    [
      { character: '🇳🇱', start: 0, end: 4 },
      { character: '🇫🇷', start: 4, end: 8 },
    ],
  ],
  ['x\u0301\u0301', [{ character: 'x\u0301\u0301', start: 0, end: 3, lookAlike: 'x' }]],
  ['ó\u0301', [{ character: 'ó\u0301', start: 0, end: 2, lookAlike: 'o' }]],
  // marks without a letter before them
  ['\u0301', [{ character: '\u0301', start: 0, end: 1 }]],
  [
    '\u0301\u0301a',
    [
      { character: '\u0301', start: 0, end: 1 },
      { character: '\u0301', start: 1, end: 2 },
    ],
  ],
  ['\ud83d!', [{ character: '\ud83d', start: 0, end: 1 }]],
  [
    'да',
    [
      { character: 'д', start: 0, end: 1 },
      { character: 'а', start: 1, end: 2 },
    ],
  ],
]

/** Exactly that is found. */
export function checkUcs2([text, expected]: (typeof ucs2Texts)[number]): void {
  expect(ucs2Characters(text)).toEqual(expected)
}
