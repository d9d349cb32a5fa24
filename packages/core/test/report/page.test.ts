import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explained, otp, proved, written } from './explained.ts'

const page = async (...args: Parameters<typeof explained>): Promise<string> =>
  written('html', await explained(...args))

test('has a bubble for each message, in its language and direction', async () => {
  const output = await page(otp, proved, {}, { fallback: 'en' })
  const bubbles = [...output.matchAll(/<p class="bubble" (.*?)>(.*?)<\/p>/g)]
  expect(bubbles.map(([, attributes, text]) => [attributes, text!.replace(/<.*?>/g, '')])).toEqual([
    ['lang="nl" dir="ltr"', 'Uw code: 123456'],
    ['lang="ar" dir="rtl"', 'رمزك هو 123456.'],
    ['lang="en" dir="ltr"', 'Your Acme code: 123456'],
  ])
  expect(output).toContain('<mark title="@@password@@">123456</mark>')
  expect(output).toContain('<mark title="application.name">Acme</mark>')
})

test('a message in no known language finds its own direction', async () => {
  expect(await page(otp, {}, {}, { languages: ['nl'] })).toContain(
    '<p class="bubble" dir="auto">Your',
  )
})

test('an empty message is told as such', async () => {
  const output = await page("{% if request_language == 'nl' %}@@password@@{% endif %}")
  expect(output).toContain('<p class="bubble nothing">an empty message</p>')
})

test('asks nothing of the network and runs nothing', async () => {
  const output = await page(otp, proved, { price: 1 })
  expect(output).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(output).not.toMatch(/<(script|link|img|iframe|object|embed|form|base|a)\b/i)
  expect(output).not.toMatch(/\b(src|href|on[a-z]+|srcset|action)=|url\(|@import/i)
})

/** The elements of a page in order, without what they hold and without the dots for segments. */
const structure = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?[a-z][^<>]*>|<!--/gi)]
    .map(([tag]) => tag.replace(/ .*/s, ''))
    .filter((tag) => !/^<\/?i\b/.test(tag))

test('is the same page whatever the texts hold', async () => {
  const harmless = structure(await page('x@@password@@', proved, { path: 'x' }))
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('<script>', '</p>', '<!--', '-->', '"', "'", '&', '&lt;', '</style>', '`'),
      ),
    )
    .map((parts) => `x${parts.join('').replace(/[{}@]/g, '')}`)
  await fc.assert(
    fc.asyncProperty(text, async (hostile) => {
      const output = await page(`${hostile}@@password@@`, proved, { path: hostile })
      const elements = structure(output)
      expect(elements).toEqual(harmless)
      expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }),
    { numRuns: 200 },
  )
})
