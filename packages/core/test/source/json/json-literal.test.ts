import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { jsonLiteral } from '../../../src/source/json/json-literal.ts'
import { seeded } from '../texts.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 200)

/** Any way to write one UTF-16 unit in JSON. */
const unit = fc.nat(0xffff).chain((code) => {
  const character = String.fromCharCode(code)
  const hex = code.toString(16).padStart(4, '0')
  const short = { '"': '\\"', '\\': '\\\\', '/': '\\/', '\b': '\\b', '\n': '\\n' }[character]
  const plain = code >= 0x20 && character !== '"' && character !== '\\'
  return fc.constantFrom(
    `\\u${hex}`,
    `\\u${hex.toUpperCase()}`,
    ...(short === undefined ? [] : [short]),
    ...(plain ? [character] : []),
  )
})
const written = fc.array(fc.oneof(unit, fc.constantFrom('a', ' ', '@@password@@', '\\n', '😀')))

const around = (literal: string): { readonly host: string; readonly start: number } => ({
  host: `{"a": ${literal}, "b": 1}`,
  start: 6,
})
const decode = (literal: string) => {
  const { host, start } = around(literal)
  return { host, hosted: jsonLiteral(host, start, start + literal.length) }
}

test.each([
  ['""', ''],
  ['"Code: @@password@@"', 'Code: @@password@@'],
  ['"a\\nb\\tc\\r\\f\\b"', 'a\nb\tc\r\f\b'],
  ['"\\"\\\\\\/"', '"\\/'],
  ['"\\u00e9\\u00E9"', 'éé'],
  ['"\\ud83d\\ude00 😀"', '😀 😀'],
  ['"\\ud83d"', '\ud83d'],
])('%s is decoded', (literal, text) => {
  expect(decode(literal).hosted.text).toBe(text)
})

test.each([
  ['"a\\', 'a\\'],
  ['"a\\q"', 'a\\q'],
  ['"a\\u12"', 'a\\u12'],
  ['"abc', 'abc'],
  ['"', ''],
])('%s is broken and read as it stands', (literal, text) => {
  expect(decode(literal).hosted.text).toBe(text)
})

describe('the map of a literal', () => {
  it('finds each decoded unit in the host and back', () => {
    fc.assert(
      fc.property(written, (units) => {
        const literal = `"${units.join('')}"`
        const { host, hosted } = decode(literal)
        expect(hosted.text).toBe(JSON.parse(literal))
        let rebuilt = ''
        for (let offset = 0; offset < hosted.text.length; offset++) {
          const [start, end] = [hosted.toHost(offset), hosted.toHost(offset + 1)]
          expect(JSON.parse(`"${host.slice(start, end)}"`)).toBe(hosted.text[offset])
          for (let place = start; place < end; place++) expect(hosted.fromHost(place)).toBe(offset)
          rebuilt += host.slice(start, end)
        }
        expect(`"${rebuilt}"`).toBe(literal)
      }),
      { numRuns: runs, ...seeded },
    )
  })

  it('stays inside the literal', () => {
    const { host, hosted } = decode('"ab"')
    expect(host.slice(hosted.toHost(-5), hosted.toHost(99))).toBe('ab')
    expect([hosted.fromHost(0), hosted.fromHost(host.length)]).toEqual([0, 2])
  })

  it('carries every edit over', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(written, edit, (units, [a, b, inserted]) => {
        const { host, hosted } = decode(`"${units.join('')}"`)
        const { text } = hosted
        const [start, end] = [a, b].map((n) => n % (text.length + 1)).sort((x, y) => x - y)
        const wanted = text.slice(0, start) + inserted + text.slice(end)
        const change = hosted.toHostEdit({ start: start!, end: end!, text: inserted })!
        const edited = host.slice(0, change.start) + change.text + host.slice(change.end)
        expect(JSON.parse(edited)).toEqual({ a: wanted, b: 1 })
      }),
      { numRuns: runs, ...seeded },
    )
  })
})
