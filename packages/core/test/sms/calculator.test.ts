import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { segmentsIfClustersKept } from '../../src/sms/clusters.ts'
import { segment } from '../../src/sms/segment.ts'
import { smartEncode, smartReplacement } from '../../src/sms/smart-encoding.ts'
import { deliver } from './standard.ts'
import { type Class, classes, textOf } from './texts.ts'

const require = createRequire(import.meta.url)
const { SegmentedMessage } =
  require('sms-segments-calculator') as typeof import('sms-segments-calculator')

const names = Object.keys(classes) as Class[]
const numRuns = Math.ceil(Number(process.env.CODEWORD_RUNS ?? 1100) / names.length)

/** The classes whose texts have characters of several code points that the standard does not protect. */
const withClusters: readonly Class[] = ['joined', 'combining', 'brahmic', 'mixed']

describe.each(names)("Twilio's calculator on texts of class %s", (name) => {
  it('gives our number, or counts clusters that it does not cut', () => {
    fc.assert(
      fc.property(
        textOf(name).filter((text) => text !== ''),
        (text) => {
          const ours = segment(text)
          const theirs = new SegmentedMessage(text)
          expect(theirs.encodingName).toBe(ours.encoding)
          if (ours.encoding === 'GSM-7') expect(theirs.numberOfCharacters).toBe(ours.units)
          expect(theirs.segmentsCount).toBe(deliver(text, theirs.graphemes).texts.length)
          if (theirs.segmentsCount === ours.segments) return
          expect(withClusters).toContain(name)
          expect(theirs.segmentsCount).toBeGreaterThan(ours.segments)
          expect(cutsOne(theirs.graphemes, ours.parts)).toBe(true)
        },
      ),
      { numRuns },
    )
  })

  it('gives segmentsIfClustersKept, where it sees the clusters of today’s Unicode', () => {
    fc.assert(
      fc.property(
        textOf(name).filter((text) => text !== ''),
        (text) => {
          const kept = segmentsIfClustersKept(text) ?? segment(text).segments
          const theirs = new SegmentedMessage(text)
          if (kept !== theirs.segmentsCount) expect(theirs.graphemes).not.toEqual(clusters(text))
        },
      ),
      { numRuns: Math.ceil(numRuns / 2) },
    )
  })
})

test('an empty text is one segment to the calculator, none to us', () => {
  expect(new SegmentedMessage('').segmentsCount).toBe(1)
  expect(segment('').segments).toBe(0)
})

test.each([
  ['an emoji of three people', '👨‍👩‍👧', 64],
  ['an accent of its own', 'e\u0301', 66],
  ['a flag', '🇳🇱', 65],
])('%s at the cut is kept by the calculator, cut by the standard', (_what, cluster, before) => {
  const text = 'я'.repeat(before) + cluster + 'я'.repeat(134 - before - cluster.length)
  expect(new SegmentedMessage(text).segmentsCount).toBe(3)
  expect(segment(text).segments).toBe(2)
  expect(segmentsIfClustersKept(text)).toBe(3)
})

describe('Smart Encoding', () => {
  const { default: map } = require('sms-segments-calculator/dist/libs/SmartEncodingMap.js') as {
    default: Readonly<Record<string, string>>
  }

  it('replaces the 271 characters that Twilio’s package does, as it does', () => {
    expect(Object.keys(map)).toHaveLength(271)
    const ours: Record<string, string> = {}
    for (let point = 0; point <= 0x10ffff; point++) {
      const replacement = smartReplacement(String.fromCodePoint(point))
      if (replacement !== undefined) ours[String.fromCodePoint(point)] = replacement
    }
    expect(ours).toEqual(map)
  })

  it.each([
    ['“Your code…”', '"Your code..."'],
    ['naïve', 'naïve'],
    ['…😀', '…😀'],
    ['a\u00a0b', 'a  b'],
    ['plain {text}', 'plain {text}'],
  ])('%s', (text, expected) => {
    expect(smartEncode(text)).toBe(expected)
  })

  it('gives the calculator’s number wherever it gets to GSM-7, else the plain one', () => {
    const characters = fc.constantFrom(...Object.keys(map), ...'abc€ó')
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 170 }), (pieces) => {
        const text = `code ${pieces.join('')}`
        const theirs = new SegmentedMessage(text, 'auto', true)
        const ours = segment(smartEncode(text))
        if (theirs.encodingName === 'GSM-7') expect(ours.segments).toBe(theirs.segmentsCount)
        else expect(ours).toEqual(segment(text))
      }),
      { numRuns },
    )
  })
})

function clusters(text: string): string[] {
  const found = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  return found.flatMap((cluster) => (cluster === '\r\n' ? ['\r', '\n'] : cluster))
}

/** Whether a part ends inside a cluster. */
function cutsOne(
  graphemes: readonly string[],
  parts: readonly { readonly end: number }[],
): boolean {
  const ends = new Set<number>()
  let end = 0
  for (const grapheme of graphemes) {
    end += grapheme.length
    ends.add(end)
  }
  return parts.some((part) => !ends.has(part.end))
}
