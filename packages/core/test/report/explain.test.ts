import { describe, expect, it, test } from 'vitest'
import { plain } from '../../src/index.ts'
import { text } from '../../src/report/explain/text.ts'
import { columns } from '../../src/text/columns.ts'
import { explained, otp, proved, written } from './explained.ts'

const requests = { total: 2000, counts: [1500, 499, 0], unlisted: 1, unreadable: 2, unrelated: 1 }

test('a table that a translator can read', async () => {
  const output = await written('text', await explained(otp, proved))
  expect(`\n${output}`).toBe(`
sms/otp.liquid  Auth0 passwordless SMS (auth0-sms)

 who                          │ reads
──────────────────────────────┼─────────────────────────────────────────────────
 Dutch (nl) and               │ Uw code: 123456
 'nl-NL,nl;q=0.9'             │ 1 segment, 15 of 160 units, GSM-7
──────────────────────────────┼─────────────────────────────────────────────────
 Arabic (ar)                  │ رمزك هو 123456.
                              │ 1 segment, 15 of 70 units, UCS-2
──────────────────────────────┼─────────────────────────────────────────────────
 English (en) and no header   │ Your Acme code: 123456
                              │ 1 segment, 22 of 160 units, GSM-7

3 messages, and no other for each of the listed values.

✓ nobody gets an empty message                                       never-empty
  proved for each listed value (any, liquidjs 10.30.1)
✓ every message has the code                                         code-always
  proved for each listed value (any, liquidjs 10.30.1)
✓ no message has the code twice                                        code-once
  proved for each listed value (any, liquidjs 10.30.1)
✓ every text has customers who get it                              all-reachable
  proved for each listed value (any, liquidjs 10.30.1)
✓ no message is too long to be sent                                within-limits
  proved for each listed value (any, liquidjs 10.30.1)
✓ no message mixes languages                                        one-language
  proved for each listed value (any, liquidjs 10.30.1)
✓ everybody gets their own language, if it is there               right-language
  proved for each listed value (any, liquidjs 10.30.1)
✓ further languages of a list count as well                        best-language
  proved for each listed value (any, liquidjs 10.30.1)

8 proved; rendered by liquidjs 10.30.1
`)
})

test('counts requests and money', async () => {
  const output = await written('text', await explained(otp, {}, { price: 0.0079, requests }))
  expect(output).toContain(' 1,500 requests, 75.0% ')
  expect(output).toContain('│ 1 segment, 15 of 160 units, GSM-7, costs 0.0079\n')
  expect(output).toContain('2,000 real requests, 15.7921 in all.\n')
  expect(output).toContain('1 request (< 0.1%) with none of these messages.\n')
  expect(output).toContain('1 event of other kinds passed over.\n2 lines could not be read.\n')
})

test('says what a customer gets where a property is broken, and why one is open', async () => {
  const site = { start: otp.indexOf('{%- when'), end: otp.length }
  const output = await written(
    'text',
    await explained(
      otp,
      {
        method: 'proof',
        complete: true,
        properties: [
          {
            name: 'never-empty',
            status: 'broken',
            domain: 'real',
            sites: [site],
            witness: { variable: 'request_language', value: 'de', text: '\n', domain: 'tag' },
          },
          { name: 'all-reachable', status: 'broken', domain: 'header', sites: [site] },
          {
            name: 'within-limits',
            status: 'unproved',
            domain: 'any',
            sites: [site],
            reason: 'a loop',
          },
          { name: 'code-once', status: 'proved', domain: 'header', sites: [] },
          {
            name: 'best-language',
            status: 'broken',
            domain: 'real',
            sites: [],
            witness: { variable: 'request_language', value: 'de,nl', text: 'Hi', domain: 'real' },
          },
        ],
      },
      {},
      { domain: 'header' },
    ),
  )
  expect(output).toContain(
    '  broken: a phone set to German (`de`) gets an empty message (1 blank character)\n',
  )
  expect(output).toContain('  broken: nobody gets the text of line 1\n')
  expect(output).toContain('  not proved: a loop (line 1)\n')
  expect(output).toContain(
    '  proved for every value that the header may hold (header, liquidjs 10.30.1)\n',
  )
  expect(output).toMatch(/^i further languages .*\n {2}not so: a browser set to German .* ‘Hi’$/m)
  expect(output).toMatch(/\n1 proved, 3 broken, 1 not proved; rendered by liquidjs 10\.30\.1\n$/)
})

test('a template of independent blocks: its blocks, its conflicts, and some of its messages', async () => {
  const source = Array.from(
    { length: 30 },
    (_, i) => `{% if request_language contains 'x${i}' %}${i}: @@password@@{% endif %}`,
  ).join('\n')
  const domain = Array.from({ length: 30 }, (_, i) => `x${i}`)
  const span = { start: 0, end: 60 }
  const later = { start: source.indexOf("'x2'"), end: source.length }
  const explanation = await explained(
    source,
    {
      method: 'proof',
      complete: false,
      blocks: [
        { span, arms: [{ arm: span, value: 'x0' }] },
        { span: later, arms: [{ arm: later }] },
      ],
      conflicts: [
        {
          arms: [span, later],
          witness: { variable: 'request_language', value: 'x0,x2', text: '02', domain: 'any' },
        },
      ],
    },
    {},
    { domain },
  )
  const output = await written('text', explanation)
  expect(output).toContain('24 messages shown. There may be more: ')
  expect(output).toContain("The block of line 1: line 1 for 'x0'.\n")
  expect(output).toContain('The block of line 3: line 3 for nobody known.\n')
  expect(output).toContain(
    'A customer whose request says `x0,x2` gets the texts of lines 1, 3 together',
  )
  expect(JSON.parse(await written('json', explanation))).toMatchObject({
    complete: false,
    blocks: [{ start: 0, end: 60, arms: [{ start: 0, end: 60, witness: { value: 'x0' } }] }, {}],
    conflicts: [{ arms: [{ start: 0 }, {}], witness: { value: 'x0,x2', text: '02' } }],
  })
})

test('a template that nothing is known of has no table', async () => {
  const nothing = { method: 'proof', complete: false, outcomes: [], blocks: [] } as const
  const output = await written('text', await explained(otp, nothing))
  expect(output).toMatch(/^.*\n\nNo message could be listed\.\n\n. nobody/)
})

test.each([40, 60, 80, 100])('keeps to %i columns', async (width) => {
  const long = otp.replace('Uw code', `${'確認コード：'.repeat(20)}${'x'.repeat(200)}`)
  const explanation = await explained(long, {}, { price: 0.0079, requests, segmentLimit: 1 })
  for (const line of text(explanation, { paint: plain, width }).split('\n').slice(1))
    expect(columns(line)).toBeLessThanOrEqual(width)
})

test('says which message takes more segments than it may', async () => {
  const long = otp.replace('Uw code', 'x'.repeat(200))
  const output = await written('text', await explained(long, {}, { segmentLimit: 1 }))
  expect(output.match(/more than 1 segment/g)).toHaveLength(1)
})

describe('json', () => {
  it('has exactly the keys that are promised', async () => {
    const value = JSON.parse(
      await written('json', await explained(otp, proved, {}, { fallback: 'en' })),
    )
    expect(value).toEqual({
      profile: 'auth0-sms',
      engine: 'liquidjs 10.30.1',
      domain: [null, 'en', 'nl', 'nl-NL,nl;q=0.9', 'ar'],
      languages: ['nl', 'ar', 'en'],
      fallback: 'en',
      complete: true,
      outcomes: [
        {
          witness: { value: null },
          realistic: { value: null },
          languages: ['en'],
          text: 'Your Acme code: 123456',
          encoding: 'GSM-7',
          units: 22,
          segments: 1,
        },
        {
          witness: { value: 'nl' },
          realistic: { value: 'nl' },
          languages: ['nl'],
          text: 'Uw code: 123456',
          encoding: 'GSM-7',
          units: 15,
          segments: 1,
        },
        {
          witness: { value: 'ar' },
          realistic: { value: 'ar' },
          languages: ['ar'],
          text: 'رمزك هو 123456.',
          encoding: 'UCS-2',
          units: 15,
          segments: 1,
        },
      ],
      properties: proved.properties!.map(({ name, status, domain }) => ({ name, status, domain })),
    })
  })

  it('names the domain, no fallback, requests and cost', async () => {
    const explanation = await explained(otp, {}, { price: 0.1, requests }, { domain: 'header' })
    const value = JSON.parse(await written('json', explanation))
    expect(value).toMatchObject({
      domain: 'header',
      fallback: null,
      requests: { total: 2000, unlisted: 1, unreadable: 2, unrelated: 1 },
    })
    expect(value.outcomes[0]).toMatchObject({ requests: 1500, cost: 0.1 })
    expect(value.properties).toHaveLength(8)
  })
})

describe('md', () => {
  it('is a table and a list', async () => {
    const explanation = await explained(otp, proved, { price: 0.01, requests })
    const output = await written('md', explanation)
    expect(output).toContain(`### sms/otp.liquid: who reads what

| who | reads | size | costs | requests |
| --- | --- | --- | --: | --: |
| Dutch (nl) and 'nl-NL,nl;q=0.9' | <code>Uw code: 123456</code> | 1 segment, 15 of 160 units, GSM-7 | 0.01 | 499 (24.9%) |
`)
    expect(output).toContain('| <div dir="rtl"><code>رمزك هو 123456.</code></div> |')
    expect(output).toContain('\n- ✅ nobody gets an empty message (`never-empty`): proved for ')
  })

  it('lets no text become markup, a link, a mention or the end of a cell', async () => {
    const hostile =
      '<img src=x> [a](https://example.com) @acme | `x` **b** #1 www.example.com \\ $x$ :tada: ![i](u)'
    const output = await written('md', await explained(`${hostile}\n @@password@@`, proved))
    const row = output.split('\n').find((line) => line.includes('img'))!
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(4)
    expect(row.replace(/<\/?code>|<br>|&#\d+;/g, '')).not.toMatch(/[<>@`*#\\[\]$]|https?:|www\./)
    expect(row).toContain('</code><br><code>·123456</code>')
  })
})
