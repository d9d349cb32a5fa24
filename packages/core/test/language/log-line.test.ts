import { expect, test } from 'vitest'
import { readLogLine } from '../../src/index.ts'

const event = (details: unknown): string => JSON.stringify({ type: 'cs', details })

test.each([
  ['nl-NL,nl;q=0.9', 'nl-NL,nl;q=0.9'],
  [' nl ', ' nl '],
  ['', ''],
  ['null', null],
  ['-', null],
  ['"nl"', 'nl'],
  ['"Zen\\u00a7"', 'Zen§'],
  [event({ body: { request_language: 'fr' } }), 'fr'],
  [event({ body: { request_language: null } }), null],
  [event({ body: { request_language: '' } }), ''],
  [JSON.stringify({ log_id: '1', data: { details: { body: { request_language: 'fr' } } } }), 'fr'],
  [event({ body: {}, request: { headers: { 'Accept-Language': 'de' } } }), 'de'],
  [event({ request: { headers: { 'accept-language': 'de', 'X-Request-Language': 'nl' } } }), 'nl'],
  [event({ headers: { 'user-agent': 'x' } }), null],
])('%s says %j', (line, value) => {
  expect(readLogLine(line)).toBe(value)
})

test.each([
  ['{"type":"s","details":{"prompts":[]}}', 'unrelated'],
  ['{"type":"cls","details":{"body":{"connection":"sms"}}}', 'unrelated'],
  ['{}', 'unrelated'],
  ['{"details":null}', 'unrelated'],
  ['{"details":', 'unreadable'],
  ['["nl"]', 'unreadable'],
  ['"nl', 'unreadable'],
  ['"nl" "fr"', 'unreadable'],
  [event({ body: { request_language: 7 } }), 'unreadable'],
])('%s is %s', (text, line) => {
  expect(readLogLine(text)).toEqual({ line })
})
