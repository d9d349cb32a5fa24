import { expect, test } from 'vitest'
import { requestLanguage } from '../../src/language/request.ts'

test.each<[string, Record<string, string>, string | undefined, string | null, string]>([
  ['nothing', {}, undefined, null, 'none'],
  ['other headers', { 'content-type': 'application/json' }, undefined, null, 'none'],
  [
    'both headers',
    { 'accept-language': 'de', 'x-request-language': 'fr' },
    undefined,
    'fr',
    'x-request-language',
  ],
  ['any letter case', { 'X-Request-Language': 'fr' }, 'nl', 'fr', 'x-request-language'],
  ['an empty header', { 'X-REQUEST-LANGUAGE': '' }, 'nl', '', 'x-request-language'],
  ['the connection', { 'Accept-Language': 'de' }, 'nl', 'nl', 'connection'],
  ['the connection alone', {}, 'nl', 'nl', 'connection'],
  ['an empty option', { 'Accept-Language': 'de,en;q=0.5' }, '', 'de,en;q=0.5', 'accept-language'],
  ['an empty list', { 'accept-language': '' }, undefined, '', 'accept-language'],
  ['outer blanks', { 'accept-language': ' \tde, en\t ' }, undefined, 'de, en', 'accept-language'],
])('%s', (_, headers, option, value, source) => {
  expect(requestLanguage(Object.entries(headers), option)).toEqual({ value, source })
})

test('a repeated header is one list', () => {
  const headers = [
    ['Accept-Language', 'de'],
    ['accept-language', 'en;q=0.5'],
  ] as const
  expect(requestLanguage(headers).value).toBe('de, en;q=0.5')
})

test('takes the headers of a Request', () => {
  const { headers } = new Request('https://example.com', { headers: { 'Accept-Language': 'nl' } })
  expect(requestLanguage(headers).value).toBe('nl')
})
