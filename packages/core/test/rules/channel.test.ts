import { describe, expect, it } from 'vitest'
import { diagnose } from './cases.ts'

const connection = (strategy: 'sms' | 'email', template: string): string =>
  JSON.stringify({
    strategy,
    name: strategy,
    options: strategy === 'sms' ? { template } : { email: { body: template } },
  })

/** Everything that costs money or breaks autofill in a text message. */
const costly = `\n  “Your code”:\n@example.com # {{ code }}${' and more'.repeat(30)}\n`

const rulesFor = async (strategy: 'sms' | 'email'): Promise<readonly string[]> =>
  (await diagnose(connection(strategy, costly), { segmentLimit: 1 })).map(({ rule }) => rule)

describe('what only text messages can have wrong', () => {
  it('is told of an SMS', async () => {
    expect((await rulesFor('sms')).toSorted()).toEqual([
      'edge-whitespace',
      'origin-bound-code',
      'segment-limit',
      'ucs2-character',
    ])
  })

  it('is not told of an email', async () => {
    expect(await rulesFor('email')).toEqual([])
  })
})
