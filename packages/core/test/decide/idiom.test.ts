import { describe, expect, test } from 'vitest'
import type { PropertyName } from '../../src/decide/analysis.ts'
import { openSource, openTemplate } from '../../src/index.ts'
import { idiom } from '../rules/many-languages.ts'

const promised: readonly PropertyName[] = [
  'never-empty',
  'code-always',
  'code-once',
  'one-language',
  'all-reachable',
  'right-language',
]

/** What the linter recommends must be proved, whatever is asked of it. */
describe.each(['header', 'any'] as const)('the recommended idiom in %s', (domain) => {
  test.each([
    [5, 'case'],
    [50, 'case'],
    [150, 'case'],
    [5, 'if'],
    [50, 'if'],
    [150, 'if'],
  ] as const)('is proved for %i languages, %s', async (count, shape) => {
    const source = await openSource('otp.liquid', idiom(count, shape))
    const analysis = openTemplate(source!.templates[0]!, { domain }).analysis()!
    expect(analysis.method).toBe('proof')
    expect(analysis.outcomes).toHaveLength(count)
    expect(analysis.complete).toBe(true)
    const proved = new Map(analysis.properties.map(({ name, ...rest }) => [name, rest]))
    for (const name of promised) {
      expect({ name, ...proved.get(name) }).toMatchObject({ name, status: 'proved' })
      // Reachable in `header` is reachable in `any`; the others hold for every text there can be.
      if (name !== 'all-reachable') expect(proved.get(name)?.domain).toBe('any')
    }
  })
})
