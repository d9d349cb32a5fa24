import { describe, expect, it, test } from 'vitest'
import { lintSource } from '../../src/check/lint-source.ts'
import { formats } from '../../src/report/index.ts'
import { openSource } from '../../src/source/open-source.ts'
import { withoutSecrets } from '../../src/source/secrets.ts'
import { json, sms } from './connections.ts'

const canary = 'fake-secret-canary-00000000000'

describe('withoutSecrets', () => {
  test.each([
    ['a token', `{"twilio_token": "${canary}", "from": "Acme"}`],
    ['the secret of a gateway', `{"gateway_authentication": {"secret":"${canary}"}}`],
    ['a token on the next line', `{"twilio_token":\n  "${canary}"}`],
    ['an escaped token', `{"twilio_token": "\\"${canary}\\\\"}`],
    ['a token without its end', `{"twilio_token": "${canary}\n}`],
    ['a token without a colon', `{"twilio_token" "${canary}"}`],
    ['a token without quotes', `{"twilio_token": ${canary}, "a": 1}`],
    ['a token in a list', `{"twilio_token": ["${canary}", 1]}`],
    ['a token with a keyword', `{"twilio_token": "${canary}##X##"}`],
  ])('hides %s and moves nothing', (_, text) => {
    const shown = withoutSecrets(text)
    expect(shown).not.toContain('canary')
    expect(shown).toHaveLength(text.length)
    expect(shown.split('\n').map((line) => line.length)).toEqual(
      text.split('\n').map((line) => line.length),
    )
  })

  test.each([
    '{"twilio_token": "##TWILIO_TOKEN##"}',
    '{"twilio_token": @@TWILIO_TOKEN@@, "from": "Acme"}',
    '{"twilio_token": null, "from": "Acme"}',
    '{"template": "Keep it secret: {{ code }}, \\"secret\\": \\"x\\""}',
    '{"options": {"from": "Acme", "totp": {"length": 6}}}',
  ])('leaves %s', (text) => {
    expect(withoutSecrets(text)).toBe(text)
  })

  it('takes little time for much', () => {
    const started = performance.now()
    for (const part of ['"secret"', '"secret": "', '"secret": x"', '"secret": \\"']) {
      withoutSecrets(part.repeat(20_000))
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('no report shows a secret', () => {
  const gateway = { method: 'bearer', audience: 'a', secret: canary }
  const wrong = sms({ twilio_token: canary, gateway_authentication: gateway, syntax: 'x' })
  const files: readonly (readonly [string, string])[] = [
    ['in full', json(wrong)],
    ['on one line', JSON.stringify(wrong)],
    ['that cannot be read', JSON.stringify(wrong).replace('"from"', 'from')],
    ['of the wrong type', JSON.stringify(sms({ twilio_token: [canary] }))],
  ]

  const plain = { paint: (_: string, text: string) => text, width: 200 }

  it.each(
    Object.keys(formats).flatMap((format) => files.map((file) => [format, ...file] as const)),
  )('%s of a file %s', async (format, _, text) => {
    const report = lintSource((await openSource('sms.json', text))!)
    expect(report.diagnostics.length).toBeGreaterThan(0)
    const write = await formats[format as keyof typeof formats]()
    expect(write([report], plain)).not.toContain('canary')
  })
})
