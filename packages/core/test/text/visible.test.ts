import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterName, visible } from '../../src/text/visible.ts'

describe('visible', () => {
  it.each([
    ['Your code is 123456', 'Your code is 123456'],
    ['Tu código: 你好, שלום, नमस्ते, e\u0301', 'Tu código: 你好, שלום, नमस्ते, e\u0301'],
    ['a\nb\r\nc\td', 'a\\nb\\r\\nc\\td'],
    ['\u001b[2J\u001b]0;title\u0007', '<U+001B>[2J<U+001B>]0;title<U+0007>'],
    ['\u009b31m\u007f', '<U+009B>31m<U+007F>'],
    ['abc\u202edef\u2069', 'abc<U+202E>def<U+2069>'],
    ['a\u200bb\ufeff\u00ad', 'a<U+200B>b<U+FEFF><U+00AD>'],
    ['\ufff9a\ufffb', '<U+FFF9>a<U+FFFB>'],
    ['a\u00a0b\u3000c', 'a<U+00A0>b<U+3000>c'],
    ['\u2028\u2029\u0085', '<U+2028><U+2029><U+0085>'],
    ['\u0301a', '<U+0301>a'],
    [' \u0301', ' <U+0301>'],
    ['\ud83d \ude00', '<U+D83D> <U+DE00>'],
    ['\u{e0041}', '<U+E0041>'],
    ['❤️ 👨‍👩‍👧 👩🏽‍💻 🏳️‍🌈', '❤️ 👨‍👩‍👧 👩🏽‍💻 🏳️‍🌈'],
    ['1\ufe0f2\u200d3', '1<U+FE0F>2<U+200D>3'],
    ['', ''],
  ])('%j → %s', (text, expected) => {
    expect(visible(text)).toBe(expected)
  })

  it('leaves nothing that a terminal could act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u)
        expect(visible(shown)).toBe(shown)
      }),
      { numRuns: 2000 },
    )
    for (let unit = 0; unit <= 0xffff; unit++)
      if (/[\p{Cc}\p{Bidi_Control}]/u.test(visible(String.fromCharCode(unit))))
        expect.fail(`U+${unit.toString(16)}`)
  })
})

describe('characterName', () => {
  it.each([
    ['’', '’ (U+2019)'],
    ['e\u0301', 'e\u0301 (U+0065 U+0301)'],
    ['😀', '😀 (U+1F600)'],
    ['❤️', '❤️ (U+2764 U+FE0F)'],
    ['\u200b', 'U+200B'],
    ['\u202e', 'U+202E'],
    ['\u0301', 'U+0301'],
    ['\u00a0', 'U+00A0'],
    ['\t', 'U+0009'],
    [' ', 'U+0020'],
  ])('%j → %s', (character, expected) => {
    expect(characterName(character)).toBe(expected)
  })
})
