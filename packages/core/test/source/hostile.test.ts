import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineSecret } from '../../src/rules/inline-secret.ts'
import { invalidConnection } from '../../src/rules/invalid-connection.ts'
import { senderId } from '../../src/rules/sender-id.ts'
import { openSource } from '../../src/source/open-source.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 500)

const keys = [
  ...[
    'strategy',
    'name',
    'options',
    'template',
    'totp',
    'length',
    'from',
    'email',
    'body',
    'syntax',
  ],
  ...['twilio_token', 'gateway_authentication', 'secret', 'connections', 'type', 'content', 'text'],
  ...['enrollment_message', 'metadata', 'realms', 'disable_signup'],
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'toJSON', 'hasOwnProperty'],
]
const values = [
  'sms',
  'email',
  'otp_verify',
  'true',
  '6',
  '@@X@@',
  '##Y##',
  '@@password@@',
  '',
  '😀',
]

const { document } = fc.letrec<{ document: unknown }>((tie) => ({
  document: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(...values, null, true, 0, 1e99),
    fc.dictionary(fc.constantFrom(...keys), tie('document'), { maxKeys: 8 }),
    fc.array(tie('document'), { maxLength: 3 }),
  ),
}))

/** A connection with anything in its places, as text, sometimes with a piece cut out. */
const file = fc
  .tuple(
    fc.record({ length: document, time_step: document }, { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom(...keys), document),
    document,
    fc.option(fc.tuple(fc.nat(), fc.nat(5))),
  )
  .map(([totp, options, rest, cut]) => {
    const connection = { strategy: 'sms', options: { totp, ...options }, ...Object(rest) }
    const text = JSON.stringify(connection)
    if (cut === null) return text
    const place = cut[0] % text.length
    return text.slice(0, place) + text.slice(place + cut[1])
  })

test(
  'whatever stands in a file, it is read, and findings stay inside it',
  async () => {
    const rules = [invalidConnection, inlineSecret, senderId]
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const source = await openSource('x.json', text)
        for (const connection of source?.connections ?? []) {
          const found = rules.flatMap((rule) => [...rule.check(connection)])
          for (const { start, end, message } of found) {
            expect(0 <= start && start <= end && end <= text.length).toBe(true)
            expect(message).toMatch(/^[^\n]+$/)
          }
        }
        for (const template of source?.templates ?? []) {
          expect(template.toHost(0)).toBeLessThanOrEqual(template.toHost(template.text.length))
        }
      }),
      { numRuns: runs },
    )
  },
  5000 + runs * 5,
)
