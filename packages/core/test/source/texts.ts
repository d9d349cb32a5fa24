// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's interpolations look so.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { HostedText } from '../../src/source/source-file.ts'
import type { Edit } from '../../src/text/span.ts'

/** CODEWORD_SEED makes a long run one that can be repeated. */
export const seeded: { readonly seed?: number } =
  process.env.CODEWORD_SEED === undefined ? {} : { seed: Number(process.env.CODEWORD_SEED) }

/** What templates, line ends, quotes, escapes and other languages put into a host. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['{{ code }}', '@@password@@', "{% if request_language contains 'nl' %}", '{%- else -%}'],
    ...[
      '${',
      '%{',
      '$${',
      '%%{',
      '$',
      '%',
      '{',
      '}',
      '"',
      "'",
      "''",
      '\\',
      '\\n',
      '\\u0041',
      '#',
      ' #',
    ],
    ...[
      '\n',
      '\n',
      '\n\n',
      '\n  ',
      ' \n',
      '\t',
      ' ',
      '  ',
      '\r',
      '\r\n',
      ': ',
      '- ',
      ',',
      '[',
      ']',
      '&a',
      '*a',
    ],
    ...[
      '!',
      '|',
      '>',
      '@',
      '`',
      '---',
      '...',
      '?',
      'a',
      'Your code',
      'EOT',
      '<<EOT',
      '\nEOT\n',
      '//',
      '/*',
    ],
    ...[
      'é',
      'ñ',
      '日本',
      '😀',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\0',
      '\x07',
      '\x7f',
      'null',
      '1',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)

export const texts: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => pieces.join(''))

/** An edit somewhere in a text, whatever its length. */
export interface Change {
  readonly at: number
  readonly removed: number
  readonly put: string
}

export const changes: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  removed: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(60)),
  put: fc.oneof(fc.constant(''), piece, texts),
})

export function editOf(text: string, { at, removed, put }: Change): Edit {
  const start = at % (text.length + 1)
  return { start, end: Math.min(text.length, start + removed), text: put }
}

export const done = (text: string, { start, end, text: put }: Edit): string =>
  text.slice(0, start) + put + text.slice(end)

/** Each unit of the text has a place of its own, in order, and is found there. */
export function expectRoundTrip({ text, toHost, fromHost }: HostedText, host: string): void {
  for (let offset = 0; offset < text.length; offset++) {
    const place = toHost(offset)
    if (fromHost(place) !== offset)
      expect([text, offset, fromHost(place)]).toEqual([text, offset, offset])
    // What stands for itself stands at its place.
    const unit = text[offset]!
    if (
      /[a-zA-Z{}%@]/.test(unit) &&
      host[place] !== unit &&
      host[place] !== '\\' &&
      host[place - 1] !== '\\'
    ) {
      expect([text, offset, host.slice(place, place + 5)]).toEqual([text, offset, unit])
    }
  }
  expect(fromHost(toHost(text.length))).toBe(text.length)
  expect(toHost(text.length)).toBeLessThanOrEqual(host.length)
}
