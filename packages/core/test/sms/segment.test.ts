import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { segmentsIfClustersKept } from '../../src/sms/clusters.ts'
import { septetsOf } from '../../src/sms/gsm7.ts'
import { segment } from '../../src/sms/segment.ts'
import { deliver, gsm7 } from './standard.ts'
import { type Class, classes, textOf } from './texts.ts'

const runs = Math.max(Number(process.env.CODEWORD_RUNS ?? 0), 20_000)
const names = Object.keys(classes) as Class[]

test('GSM-7 has the characters of the standard and no others', () => {
  const ours = new Map<string, number>()
  for (let unit = 0; unit <= 0xffff; unit++)
    if (septetsOf(unit) > 0) ours.set(String.fromCharCode(unit), septetsOf(unit))
  const theirs = [...gsm7].map(([character, { length }]) => [character, length] as const)
  expect(ours.size).toBe(137)
  expect(ours).toEqual(new Map(theirs))
})

// [what, text, encoding, units, units of each segment]
const cases: readonly (readonly [string, string, string, number, readonly number[]])[] = [
  ['nothing', '', 'GSM-7', 0, []],
  ['a short code message', 'Your code is 123456', 'GSM-7', 19, [19]],
  ['a full segment', 'a'.repeat(160), 'GSM-7', 160, [160]],
  ['one more', 'a'.repeat(161), 'GSM-7', 161, [153, 8]],
  ['two full segments', 'a'.repeat(306), 'GSM-7', 306, [153, 153]],
  ['one more again', 'a'.repeat(307), 'GSM-7', 307, [153, 153, 1]],
  ['80 euro signs', '€'.repeat(80), 'GSM-7', 160, [160]],
  // Billed as 3: https://github.com/TwilioDevEd/message-segment-calculator/issues/39
  ['an escape that would be cut', ']'.repeat(153), 'GSM-7', 306, [152, 152, 2]],
  ['a full UCS-2 segment', 'я'.repeat(70), 'UCS-2', 70, [70]],
  ['one more in UCS-2', 'я'.repeat(71), 'UCS-2', 71, [67, 4]],
  ['extension characters in UCS-2', `я${'€'.repeat(69)}`, 'UCS-2', 70, [70]],
  ['a pair that would be cut', `${'я'.repeat(66)}😀${'я'.repeat(3)}`, 'UCS-2', 71, [66, 5]],
  ['a pair that fits', `${'я'.repeat(65)}😀${'я'.repeat(4)}`, 'UCS-2', 71, [67, 4]],
  ['35 emoji', '😀'.repeat(35), 'UCS-2', 70, [70]],
  ['36 emoji', '😀'.repeat(36), 'UCS-2', 72, [66, 6]],
  ['lone surrogates', '\ud83d'.repeat(71), 'UCS-2', 71, [67, 4]],
  // The next three were sent by Twilio: https://github.com/TwilioDevEd/message-segment-calculator/issues/66
  ['CRLF is two', `${'a'.repeat(80)}\r\n${'a'.repeat(79)}`, 'GSM-7', 161, [153, 8]],
  ['70 é of one code point', 'é'.repeat(70), 'GSM-7', 70, [70]],
  ['70 é of two code points', 'e\u0301'.repeat(70), 'UCS-2', 140, [67, 67, 6]],
  ['a backtick', '`', 'UCS-2', 1, [1]],
  ['a tab', '\t', 'UCS-2', 1, [1]],
  ['ç, though Ç is in GSM-7', 'ç', 'UCS-2', 1, [1]],
]

test.each(cases)('%s', (_what, text, encoding, units, each) => {
  const result = segment(text)
  expect(result).toMatchObject({ encoding, units, segments: each.length })
  expect(result.parts.map((part) => part.units)).toEqual(each)
})

describe.each(names)('texts of class %s', (name) => {
  it('are cut as the standard says', () => {
    fc.assert(
      fc.property(textOf(name), (text) => {
        const { encoding, units, texts } = deliver(text)
        const result = segment(text)
        expect(result).toMatchObject({ encoding, units, segments: texts.length })
        expect(result.parts.map((part) => part.text)).toEqual(texts)
        let end = 0
        for (const part of result.parts) {
          expect(part.start).toBe(end)
          end = part.end
          expect(part.text).toBe(text.slice(part.start, part.end))
          expect(part.units).toBe(
            encoding === 'GSM-7' ? deliver(part.text).units : part.text.length,
          )
        }
        expect(end).toBe(text.length)
      }),
      { numRuns: Math.ceil(runs / names.length) },
    )
  })
})

describe('a text that is far too long', () => {
  it.each([
    ['GSM-7', 'a]', 3, 153],
    ['UCS-2', 'я😀', 3, 67],
  ])('costs linear time in %s', (_encoding, piece, units, size) => {
    let reads = 0
    class Counted extends String {
      override charCodeAt(index: number): number {
        reads++
        return super.charCodeAt(index)
      }
      override codePointAt(index: number): number | undefined {
        reads++
        return super.codePointAt(index)
      }
    }
    const text = piece.repeat(1_000_000 / piece.length)
    const result = segment(new Counted(text) as unknown as string)
    expect(result.segments).toBeGreaterThanOrEqual(
      Math.floor((text.length * units) / piece.length / size / 2),
    )
    expect(reads).toBeGreaterThan(0)
    expect(reads).toBeLessThan(3 * text.length)
  })
})

describe('segmentsIfClustersKept', () => {
  const family = '👨‍👩‍👧'
  it.each([
    ['a short text', family, undefined],
    [
      'GSM-7, whose CRLF Twilio counts as two',
      `${'a'.repeat(152)}\r\n${'a'.repeat(100)}`,
      undefined,
    ],
    ['a cluster at the cut that changes nothing', `${'я'.repeat(63)}${family}`, undefined],
    ['a cluster at the cut that does', `${'я'.repeat(64)}${family}${'я'.repeat(62)}`, 3],
    ['a cluster longer than a segment', `e${'\u0301'.repeat(140)}`, undefined],
    ['a text that is too long', family.repeat(201), undefined],
  ])('%s', (_what, text, expected) => {
    expect(segmentsIfClustersKept(text)).toBe(expected)
  })
})
