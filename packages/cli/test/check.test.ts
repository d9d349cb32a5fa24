import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8')

const check = (files: Record<string, string>, ...args: string[]): ReturnType<typeof runHere> =>
  runHere(args, { cwd: folderWith(files) })

const bilingual = `{%- case request_language -%}
{%- when 'nl' -%}Uw code: @@password@@
{%- when 'el' -%}Ο κωδικός σας: @@password@@. Μην τον δώσετε σε κανέναν, ούτε σε εμάς, ποτέ.
{%- else -%}Your code: @@password@@
{%- endcase -%}`

test('shows who reads what, and what it costs', async () => {
  const { code, out, err } = await check(
    { 'otp.liquid': bilingual, 'values.json': '["nl", "el", "en", null, "*"]' },
    'otp.liquid',
    '--domain',
    '@values.json',
  )
  expect([code, err]).toEqual([0, ''])
  expect(`\n${out}`).toBe(`
otp.liquid  Auth0 passwordless SMS (auth0-sms)

  Dutch (nl)
  │ Uw code: 123456
  ╰ 1 segment, 15 of 160 units, GSM-7

  Greek (el)
  │ Ο κωδικός σας: 123456. Μην τον δώσετε σε κανέναν, ούτε σε εμάς, ποτέ.
  ╰ 1 segment, 69 of 70 units, UCS-2

  no header, English (en) and '*'
  │ Your code: 123456
  ╰ 1 segment, 17 of 160 units, GSM-7

no findings
`)
})

test("Auth0's sample: what customers get, then the findings, errors first", async () => {
  const { code, out, err } = await check(
    { 'otp.liquid': fixture('auth0-sample.liquid') },
    'otp.liquid',
  )
  expect([code, err]).toEqual([1, ''])
  expect(out).toMatch(/^ {2}no header, .* more\n {2}│ an empty message \(3 blank characters\)$/ms)
  expect(out).toContain('  │ ↵↵↵···Ceci est votre code: 123456↵↵\n')
  const findings = [...out.matchAll(/^(error|warning|info) {2}/gm)].map(([, severity]) => severity)
  expect(findings[0]).toBe('error')
  expect(findings).toEqual(
    findings.toSorted(
      (a, b) => ['error', 'warning', 'info'].indexOf(a!) - ['error', 'warning', 'info'].indexOf(b!),
    ),
  )
  expect(out).toMatch(/\n {7}otp\.liquid:1:1 empty-message\n/)
})

const beforeLanguage =
  "{% if request_language contains 'zh' %}驗證碼：@@password@@{% elsif request_language contains 'zh-TW' %}驗證碼為 @@password@@{% else %}Your code: @@password@@{% endif %}"

test('says why it ends with 1 where only a warning tells', async () => {
  const files = {
    'a.liquid': beforeLanguage,
    'b.liquid': '{% if %}',
    'c.liquid': 'Your code: @@password@@',
    'values.json': '["zh", "zh-TW", "en"]',
  }
  const domain = ['--domain', '@values.json']
  const one = await check(files, 'a.liquid', ...domain)
  expect(one.code).toBe(1)
  expect(one.out).toMatch(/\n\n1 warning\n\nEnds with 1: a\.liquid breaks all-reachable\n$/)
  const all = await check(files, 'check', 'a.liquid', 'b.liquid', 'c.liquid', ...domain)
  expect(all.code).toBe(1)
  expect(all.out).toMatch(
    /no findings\n\nEnds with 1: a\.liquid breaks all-reachable\nEnds with 1: b\.liquid has errors\n$/,
  )
  const none = await check(files, 'c.liquid', ...domain)
  expect([none.code, none.out]).toEqual([0, expect.not.stringContaining('Ends with')])
})

test('a correct template is silent', async () => {
  const { code, out } = await check(
    { 'otp.liquid': fixture('auth0-sample-repaired.liquid').trimEnd() },
    'otp.liquid',
  )
  expect(code).toBe(0)
  expect(out).toMatch(/\n\nno findings\n$/)
})

test('keeps to 80 columns, whatever the template', async () => {
  const { out } = await check(
    {
      'otp.liquid': `${'確認コード：'.repeat(30)} ${'x'.repeat(200)} {{ nope }} {% if request_language contains 'dutch' %}@@password@@{% endif %}`,
    },
    'otp.liquid',
  )
  const { columns } = await import('../../core/src/text/columns.ts')
  for (const line of out.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80)
})

test('several files, a connection among them', async () => {
  const connection = JSON.stringify({
    name: 'sms',
    strategy: 'sms',
    options: { template: 'Your code is @@password@@', syntax: 'liquid' },
  })
  const { code, out } = await check(
    { 'a.liquid': 'Code: @@password@@', 'sms.json': connection },
    'check',
    'a.liquid',
    'sms.json',
  )
  expect(code).toBe(0)
  expect(out).toContain('a.liquid  Auth0 passwordless SMS (auth0-sms)\n')
  expect(out).toContain('\n\nsms.json options.template  Auth0 passwordless SMS (auth0-sms)\n')
})

test('a file that cannot be read does not hide the others', async () => {
  const files = { 'a.liquid': 'Code: @@password@@', 'b.liquid': '{% if %}' }
  const { code, out, err } = await check(files, 'check', 'none.liquid', 'a.liquid', 'b.liquid')
  expect([code, err]).toEqual([2, 'codeword: none.liquid: there is no such file\n'])
  expect(out).toMatch(/^a\.liquid {2}.*\n\nb\.liquid {2}/s)
})

test('tells a long text, many messages and hostile characters apart from the frame', async () => {
  const { out } = await check(
    { 'otp.liquid': `${'line\n'.repeat(30)}\x1b[31m\u202e@@password@@` },
    'otp.liquid',
  )
  expect(out).toContain('  │ and 15 more lines\n')
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
