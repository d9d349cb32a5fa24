import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Property } from '../../src/decide/analysis.ts'
import { prove } from '../../src/decide/prove.ts'
import { auth0Sms } from '../../src/profile/auth0-sms.ts'
import { segment } from '../../src/sms/segment.ts'
import { parse } from '../../src/syntax/parse.ts'

function limits(source: string, segmentLimit?: number): Property {
  const analysis = prove({
    template: parse(source),
    profile: auth0Sms,
    variables: {},
    domain: 'header',
    budget: 60_000,
    ...(segmentLimit !== undefined && { segmentLimit }),
  })
  return analysis!.properties.find(({ name }) => name === 'within-limits')!
}

describe('the largest number of segments', () => {
  const code = '@@password@@'
  test.each<[string, string, number, boolean]>([
    ['one text', code, 1, true],
    [
      'the longest arm',
      `{% if request_language == 'fr' %}${'a'.repeat(155)}${code}{% else %}${code}{% endif %}`,
      2,
      true,
    ],
    [
      'one character makes it UCS-2',
      `{% if request_language == 'fr' %}${'a'.repeat(64)}ç${code}{% else %}${code}{% endif %}`,
      2,
      true,
    ],
    [
      'blocks together',
      `{% if request_language contains 'fr' %}${'a'.repeat(80)}{% endif %}{% if request_language contains 'nl' %}${'b'.repeat(80)}{% endif %}${code}`,
      2,
      true,
    ],
    [
      'blocks that exclude each other',
      `{% if request_language == 'fr' %}${'a'.repeat(80)}{% endif %}{% if request_language == 'nl' %}${'b'.repeat(80)}{% endif %}${code}`,
      1,
      true,
    ],
    ['a value that is shown', `${code} {{ request_language }}`, 2, false],
  ])('%s', (_, source, most, proved) => {
    const { segments } = limits(source)
    expect(segments?.proved).toBe(proved)
    if (proved) expect(segments?.most).toBe(most)
  })

  test('is compared with the limit', () => {
    const source = `{% if request_language contains 'fr' %}${'a'.repeat(155)}${code}{% else %}${code}{% endif %}`
    expect(limits(source, 2).status).toBe('proved')
    const over = limits(source, 1)
    expect(over.status).toBe('broken')
    expect(segment(over.witness!.text).segments).toBe(2)
  })

  const seed = Number(process.env.CODEWORD_SEED ?? Date.now() % 1_000_000)
  const word = fc.tuple(fc.constantFrom('a', 'é', '€', 'ş', '😀'), fc.integer({ min: 1, max: 90 }))
  test(`of blocks that go together in any way (seed ${seed})`, { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (words) => {
        const texts = words.map(([character, count]) => character.repeat(count))
        const letters = [...'qwrtypsd']
        const source = texts
          .map((text, i) => `{% if request_language contains '${letters[i]}' %}${text}{% endif %}`)
          .join('')
        let most = 0
        for (let subset = 0; subset < 2 ** texts.length; subset++) {
          const text = texts.filter((_, i) => (subset >> i) % 2 === 1).join('')
          most = Math.max(most, segment(text).segments)
        }
        const { segments } = limits(source)
        // At the edge of a segment it is not told whether a pair of units was moved to the next.
        if (segments!.proved) expect(segments!.most).toBe(most)
        else expect(segments!.most).toBeLessThanOrEqual(most)
        return true
      }),
      { seed, numRuns: Number(process.env.CODEWORD_RUNS ?? 25) },
    )
  })
})
