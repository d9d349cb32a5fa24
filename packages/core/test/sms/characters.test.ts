import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ucs2Characters } from '../../src/sms/characters.ts'
import { isGsm7 } from '../../src/sms/gsm7.ts'
import { lookAlike } from '../../src/sms/look-alike.ts'
import { segment } from '../../src/sms/segment.ts'
import { checkUcs2, ucs2Texts } from './characters-cases.ts'
import { gsm7 } from './standard.ts'
import { type Class, classes, textOf } from './texts.ts'

const anyText = fc.oneof(
  ...(Object.keys(classes) as Class[]).map(textOf),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('ucs2Characters', () => {
  it.each(ucs2Texts)('%j', (...one) => checkUcs2(one))

  it('finds every reason for UCS-2: with all replaced, the text is GSM-7', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = ucs2Characters(text)
        let rest = ''
        let end = 0
        for (const at of found) {
          expect(at.start).toBeGreaterThanOrEqual(end)
          expect(at.character).toBe(text.slice(at.start, at.end))
          expect(isGsm7(at.character)).toBe(false)
          rest += text.slice(end, at.start) + (at.lookAlike ?? '')
          end = at.end
        }
        rest += text.slice(end)
        expect(isGsm7(rest)).toBe(true)
        expect(found.length > 0).toBe(segment(text).encoding === 'UCS-2')
      }),
    )
  })

  it('takes a hundred thousand marks on one letter as one character without a look-alike', () => {
    const marks = '\u0301'.repeat(50_000) + '\u0323'.repeat(50_000)
    expect(ucs2Characters(`e${marks}`)).toEqual([
      { character: `e${marks}`, start: 0, end: 100_001 },
    ])
  })
})

describe('lookAlike', () => {
  it.each([
    // Smart Encoding
    ['“', '"'],
    ['—', '-'],
    ['…', '...'],
    ['½', '1/2'],
    ['０', '0'],
    ['`', "'"],
    // base letters, with the accents that GSM-7 has
    ['ç', 'c'],
    ['ş', 's'],
    ['ı', 'i'],
    ['İ', 'I'],
    ['ł', 'l'],
    ['œ', 'oe'],
    ['ǿ', 'ø'],
    ['œ\u0301', 'oé'],
    ['ẞ', 'SS'],
    ['ﬁ', 'fi'],
    ['ǘ', 'ü'],
    ['ậ', 'a'],
    ['n\u0303', 'ñ'],
    ['\u212b', 'Å'],
    // one space for any blank, nothing for what nobody sees
    ['\u00a0', ' '],
    ['\t', ' '],
    ['\u3000', ' '],
    ['\u2028', ' '],
    ['\u200b', ''],
    ['\ufeff', ''],
    ['\u00ad', ''],
    ['\u202e', ''],
    ['\u0007', ''],
    // nothing alike
    ['я', undefined],
    ['你', undefined],
    ['😀', undefined],
    ['¨', undefined],
    ['\ud83d', undefined],
    ['', ''],
  ])('%j → %j', (character, expected) => {
    expect(lookAlike(character)).toBe(expected)
  })

  it('is GSM-7 for every code point, and the character itself where that is GSM-7', () => {
    for (let point = 0; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point)
      const found = lookAlike(character)
      if (found !== undefined && !isGsm7(found)) expect.fail(`${point} → ${found}`)
      if (gsm7.has(character) && found !== character) expect.fail(`${point} → ${found}`)
    }
  })
})
