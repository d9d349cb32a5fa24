import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fnv1a } from '../../src/report/fingerprint.ts'

/** RFC 9923, word by word. */
function reference(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

test('fnv1a is FNV-1a', () => {
  // The test vectors of RFC 9923 for the empty text and for `a`, the latter checking the reference.
  expect(fnv1a('')).toBe('cbf29ce484222325')
  expect(reference(Buffer.from('a'))).toBe('af63dc4c8601ec8c')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fnv1a(text)).toBe(reference(Buffer.from(text, 'utf16le')))
    }),
  )
})
