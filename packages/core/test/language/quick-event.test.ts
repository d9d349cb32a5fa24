import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quickEventLanguage } from '../../src/language/quick-event.ts'
import { runs } from './runs.ts'

const event = (details: unknown, more: object = {}): string =>
  JSON.stringify({ type: 'cs', ...more, details, log_id: '90000' })

describe('an event as Auth0 writes it', () => {
  test.each([
    [event({ body: { connection: 'sms', request_language: 'fr', send: 'code' } }), 'fr'],
    [
      event({ body: { request_language: 'nl-NL,nl;q=0.9' }, request: { headers: {} } }),
      'nl-NL,nl;q=0.9',
    ],
    [event({ body: { request_language: null } }), null],
    [event({ body: { request_language: '' } }), ''],
  ])('is read at once: %s', (line, value) => {
    expect(quickEventLanguage(line)).toBe(value)
  })

  test.each([
    event({ body: { request_language: 7 } }),
    event({ body: { request_language: 'a\\"b' } }),
    event({ body: { authParams: {}, request_language: 'fr' } }),
    event({ qs: {}, body: { request_language: 'fr' } }),
    event({ query: { request_language: 'fr' } }),
    event({ body: { send: 'code' }, query: { request_language: 'fr' } }),
    event({ body: { request_language: 'fr' } }, { request_language: 'de' }),
    JSON.stringify({ data: { details: { body: { request_language: 'fr' } } } }),
    '{"details":{"body":{"request_language":"fr"}}',
    '{"details":{"body":{"request_language":"fr"}}}}',
    '{"details":{"body":{"request_language":"fr"}}} x',
    '{"details":{"body":{"request_language":"fr',
    '{"details": {"body": {"request_language": "fr"}}}',
    event({
      body: { phone_number: '"body":{', send: '"details":{"body":{"request_language":"de"}' },
    }),
  ])('or left to a parser: %s', (line) => {
    expect(quickEventLanguage(line)).toBeUndefined()
  })
})

test('says nothing else than a parser does', () => {
  const name = fc.constantFrom('details', 'body', 'request_language', 'data', 'x', '"body":{', '{"')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 'fr', '', '{', '}', '"', '\\', '"request_language":"de"', 7),
      fc.dictionary(name, tie('value'), { maxKeys: 3 }),
      fc.array(tie('value'), { maxLength: 2 }),
    ),
  }))
  const line = fc.oneof(
    value,
    fc.record({
      type: value,
      details: fc.record({
        x: value,
        body: fc.record({ x: value, request_language: value, y: value }),
        y: value,
      }),
    }),
  )
  fc.assert(
    fc.property(line, (one) => {
      const quick = quickEventLanguage(JSON.stringify(one))
      if (quick === undefined) return
      const parsed = one as { details: { body: { request_language: unknown } } }
      expect(quick).toBe(parsed.details.body.request_language)
    }),
    { numRuns: runs(2000) },
  )
})
