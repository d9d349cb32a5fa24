import { describe, expect, it, test } from 'vitest'
import type { Difference } from '../../src/decide/compare/difference.ts'
import {
  type Comparison,
  compareTemplates,
  type DiffFormatName,
  diffFormats,
  type OpenTemplate,
  openSource,
  openTemplate,
  plain,
} from '../../src/index.ts'
import { columns } from '../../src/text/columns.ts'
import { otp } from './explained.ts'

async function open(before: string, after: string): Promise<Comparison['opened']> {
  const one = async (source: string): Promise<OpenTemplate> =>
    openTemplate((await openSource('otp.liquid', source))!.templates[0]!, {
      domain: [null, 'nl', 'nl-NL,nl;q=0.9', 'ar'],
      languages: ['nl', 'ar'],
    })
  return { before: await one(before), after: await one(after) }
}

async function found(before: string, after: string): Promise<Difference> {
  const opened = await open(before, after)
  return compareTemplates(opened.before.question, opened.after.question)
}

async function written(
  format: DiffFormatName,
  before: string,
  after: string,
  difference: Partial<Difference> = {},
  width = 80,
): Promise<string> {
  const opened = await open(before, after)
  const compared = compareTemplates(opened.before.question, opened.after.question)
  const write = await diffFormats[format]()
  return write(
    {
      before: 'HEAD~1:otp.liquid',
      after: 'otp.liquid',
      opened,
      difference: { ...compared, ...difference },
    },
    { paint: plain, width },
  )
}

const dearer = otp.replace('Uw code', 'Uw code ✓').replace(/رمزك.*?@@\./, ' ')

test('shows before, after and size', async () => {
  expect(`\n${await written('text', otp, dearer)}`).toBe(`
HEAD~1:otp.liquid → otp.liquid

  Dutch (nl) and 'nl-NL,nl;q=0.9'
  - Uw code: 123456
  + Uw code ✓: 123456
    1 segment, 15 of 160 units, GSM-7 → 1 segment, 17 of 70 units, UCS-2

  Arabic (ar)
  - رمزك هو 123456.
  + an empty message
    1 segment, 15 of 70 units, UCS-2 → nothing

2 messages change (each of the 4 values was rendered).
`)
})

const proof = { method: 'proof', complete: true, domain: 'header' } as const
const part = { before: 'Uw code', after: '' }

test.each<[string, Partial<Difference>, string]>([
  [otp, {}, 'No message changes (each of the 4 values was rendered).'],
  [otp, proof, 'No message changes (proved for every header).'],
  [
    otp,
    { ...proof, domain: 'real', variable: 'locale' },
    'No message changes (proved for every locale that real clients send).',
  ],
  [
    otp.replace('Uw', 'x'.repeat(200)),
    proof,
    '1 message changes, 1 of them with more segments (proved for every header).',
  ],
  [
    otp,
    { complete: false, open: 'the filter reverse', tried: 130 },
    'No change was found (searched 130 values, not proved: the filter reverse).',
  ],
  [
    otp.replace('Uw', 'Je'),
    { complete: false, tried: 1 },
    '1 message changes (searched 1 value, not proved).',
  ],
])('%#: the verdict', async (after, difference, verdict) => {
  expect((await written('text', otp, after, difference, 200)).trimEnd().split('\n').at(-1)).toBe(
    verdict,
  )
})

test('shows parts of messages where there are too many', async () => {
  const changes = (await found(otp, dearer)).changes.map((change) => ({ ...change, part }))
  const text = await written('text', otp, dearer, { ...proof, by: 'text', changes })
  expect(text).toContain("  Dutch (nl) and 'nl-NL,nl;q=0.9'\n  - …Uw code…\n    1 segment, 15")
  expect(text).toContain(
    '2 texts change, in more messages than can be listed (proved for every header).',
  )
  const table = await written('md', otp, dearer, { ...proof, by: 'text', changes })
  expect(table).toContain('| <code>…Uw code…</code> |  | 1 segment, 15')
  expect(
    JSON.parse(await written('json', otp, dearer, { ...proof, by: 'text', changes })).changes[0]
      .part,
  ).toEqual(part)
})

test.each([
  [1, '1 text changes and the order of others, in more messages than can be listed ('],
  [0, 'The order of texts changes, in more messages than can be listed ('],
])('%i texts and their order', async (texts, verdict) => {
  const changes = (await found(otp, dearer)).changes.map((change, i) =>
    i < texts ? { ...change, part } : change,
  )
  const difference = { ...proof, by: 'text', changes } as const
  expect(await written('text', otp, dearer, difference, 200)).toContain(verdict)
})

test('says who is asked, and where nobody asks', async () => {
  const changes = (await found(otp, dearer)).changes.map((change) => ({
    ...change,
    inputs: { message_type: 'voice' },
    realistic: [],
  }))
  const text = await written('text', otp, dearer, { ...proof, changes })
  expect(text).toContain(
    '  Dutch (nl), where message_type is voice (no client is known to send this)\n',
  )
})

test('counts what is too much to read', async () => {
  const [change] = (await found(otp, dearer)).changes
  const changes = Array.from({ length: 43 }, () => change!)
  for (const format of ['text', 'md'] as const)
    expect(await written(format, otp, dearer, { changes })).toContain('and 3 more: ')
  expect(JSON.parse(await written('json', otp, dearer, { changes })).changes).toHaveLength(43)
})

test('keeps to a narrow terminal', async () => {
  const long = otp.replace('Uw code', `${'確認コード：'.repeat(20)}${'x'.repeat(200)}`)
  for (const line of (await written('text', otp, long, {}, 40)).split('\n'))
    expect(columns(line)).toBeLessThanOrEqual(40)
})

test('says that a template which Liquid rejects sends nothing', async () => {
  expect(await written('text', otp, '{% if %}')).toContain('  + no message: Liquid stops\n')
})

test('json', async () => {
  expect(JSON.parse(await written('json', otp, dearer))).toEqual({
    before: 'HEAD~1:otp.liquid',
    after: 'otp.liquid',
    profile: 'auth0-sms',
    engine: 'liquidjs 10.30.1',
    domain: [null, 'nl', 'nl-NL,nl;q=0.9', 'ar'],
    languages: ['nl', 'ar'],
    proved: true,
    complete: true,
    by: 'message',
    changes: [
      {
        witness: { value: 'nl', domain: 'tag' },
        realistic: { value: 'nl' },
        languages: ['nl'],
        before: { text: 'Uw code: 123456', encoding: 'GSM-7', units: 15, segments: 1 },
        after: { text: 'Uw code ✓: 123456', encoding: 'UCS-2', units: 17, segments: 1 },
      },
      {
        witness: { value: 'ar', domain: 'tag' },
        realistic: { value: 'ar' },
        languages: ['ar'],
        before: { text: 'رمزك هو 123456.', encoding: 'UCS-2', units: 15, segments: 1 },
        after: { text: '', encoding: 'GSM-7', units: 0, segments: 0 },
      },
    ],
  })
})

describe('md', () => {
  it('is a table for a pull request', async () => {
    expect(await written('md', otp, dearer)).toBe(`### otp.liquid: whose message changes

2 messages change (each of the 4 values was rendered).

| who | before | after | size |
| --- | --- | --- | --- |
| Dutch (nl) and 'nl-NL,nl;q=0.9' | <code>Uw code: 123456</code> | <code>Uw code ✓: 123456</code> | 1 segment, 15 of 160 units, GSM-7 → 1 segment, 17 of 70 units, UCS-2 |
| Arabic (ar) | <div dir="rtl"><code>رمزك هو 123456.</code></div> | **an empty message** | 1 segment, 15 of 70 units, UCS-2 → nothing |
`)
  })

  it('has no table where nothing changes', async () => {
    expect(await written('md', otp, otp)).not.toContain('|')
  })
})
