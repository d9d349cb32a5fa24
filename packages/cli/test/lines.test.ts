import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachLine } from '../src/explain/lines.ts'

async function linesOf(pieces: readonly Uint8Array[]): Promise<readonly (string | undefined)[]> {
  const lines: (string | undefined)[] = []
  await eachLine(streamOf(pieces), (line) => lines.push(line))
  return lines
}

async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

/** The bytes of a text, cut at some places. */
function cut(text: string, places: readonly number[]): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length]
  return ends.toSorted((a, b) => a - b).map((end, i, all) => bytes.subarray(all[i - 1] ?? 0, end))
}

test('gives the same lines wherever the stream is cut, inside of characters too', async () => {
  const line = fc.string({ unit: fc.constantFrom('n', 'λ', '語', '🔑', '"', ' ') })
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat()),
      async (lines, end, places) => {
        const text = lines.map((each) => each + end).join('')
        expect(await linesOf(cut(text, places))).toEqual(lines)
      },
    ),
  )
})

test.each([
  ['', []],
  ['\n', ['']],
  ['nl', ['nl']],
  ['nl\n\nfr', ['nl', '', 'fr']],
  ['nl\r', ['nl']],
])('%j', async (text, lines) => {
  expect(await linesOf(cut(text, []))).toEqual(lines)
})

test('passes over a line that is too long, and over no other', async () => {
  const text = `nl\n${'x'.repeat(1_000_001)}\nfr\n${'y'.repeat(1_000_001)}`
  const expected = ['nl', undefined, 'fr', undefined]
  expect(await linesOf(cut(text, []))).toEqual(expected)
  expect(await linesOf(cut(text, [10, 500_000, 1_000_005, 1_500_000]))).toEqual(expected)
})
