import { describe, expect, it, test } from 'vitest'
import type { Difference } from '../../src/decide/compare.ts'
import {
  compareTemplates,
  type DiffFormatName,
  diffFormats,
  openSource,
  openTemplate,
  plain,
} from '../../src/index.ts'
import { columns } from '../../src/text/columns.ts'
import { otp } from './explained.ts'

async function written(
  format: DiffFormatName,
  before: string,
  after: string,
  difference: Partial<Difference> = {},
  width = 80,
): Promise<string> {
  const open = async (source: string): Promise<ReturnType<typeof openTemplate>> =>
    openTemplate((await openSource('otp.liquid', source))!.templates[0]!, {
      domain: [null, 'nl', 'nl-NL,nl;q=0.9', 'ar'],
      languages: ['nl', 'ar'],
    })
  const opened = { before: await open(before), after: await open(after) }
  const found = compareTemplates(opened.before.question, opened.after.question)
  const write = await diffFormats[format]()
  return write(
    {
      before: 'HEAD~1:otp.liquid',
      after: 'otp.liquid',
      opened,
      difference: { ...found, ...difference },
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

2 messages change (searched 4 values, not proved).
`)
})

test.each([
  [otp, {}, 'No message changes (searched 4 values, not proved).'],
  [otp, { method: 'proof', complete: true }, 'No message changes (proved).'],
  [
    otp.replace('Uw', 'x'.repeat(200)),
    { method: 'proof', complete: true },
    '1 message changes, 1 of them with more segments (proved).',
  ],
  [
    otp.replace('Uw', 'Je'),
    { method: 'proof', complete: false },
    '1 message changes (there may be more).',
  ],
] as const)('%#: the verdict', async (after, difference, verdict) => {
  expect((await written('text', otp, after, difference)).trimEnd().split('\n').at(-1)).toBe(verdict)
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
    proved: false,
    complete: false,
    changes: [
      {
        witness: { value: 'nl' },
        realistic: { value: 'nl' },
        languages: ['nl'],
        before: { text: 'Uw code: 123456', encoding: 'GSM-7', units: 15, segments: 1 },
        after: { text: 'Uw code ✓: 123456', encoding: 'UCS-2', units: 17, segments: 1 },
      },
      {
        witness: { value: 'ar' },
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

2 messages change (searched 4 values, not proved).

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
