import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const template = `{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}
{%- case tag -%}
{%- when 'nl' -%}Uw code: @@password@@
{%- when 'el' -%}Ο κωδικός σας: @@password@@. Μην τον δώσετε σε κανέναν, ούτε σε εμάς, ποτέ!!!
{%- else -%}{{ application.name }}: @@password@@
{%- endcase -%}`

const files = {
  'otp.liquid': template,
  'silent.liquid': "{% if request_language == 'nl' %}@@password@@{% endif %}",
  'values.json': '["nl", "el", "en", null]',
  'email.json': JSON.stringify({
    name: 'email',
    strategy: 'email',
    options: { email: { subject: 'Your code', body: 'Code: {{ code }}' } },
  }),
}

const explain = (args: string, input?: string): ReturnType<typeof runHere> =>
  runHere(['explain', ...args.split(' ')], {
    cwd: folderWith(files),
    ...(input !== undefined && { input }),
  })

interface Explained {
  readonly outcomes: readonly {
    readonly text: string
    readonly languages: readonly string[]
    readonly segments: number
    readonly cost?: number
    readonly requests?: number
  }[]
  readonly properties: readonly { readonly name: string; readonly status: string }[]
  readonly requests?: object
}

const json = async (args: string, input?: string): Promise<Explained> => {
  const { code, out, err } = await explain(`${args} --json`, input)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

test.each([
  ['otp.liquid', 0],
  ['silent.liquid', 1],
  ['silent.liquid --json', 1],
  ['silent.liquid --domain @values.json', 1],
])('explain %s ends in %i', async (args, expected) => {
  const { code, out, err } = await explain(args)
  expect([code, err]).toEqual([expected, ''])
  expect(out).not.toBe('')
})

test('--strict ends in 1 exactly where a property other than best-language is not proved', async () => {
  const { properties } = await json('otp.liquid')
  const open = properties.some(
    ({ name, status }) => status !== 'proved' && name !== 'best-language',
  )
  expect((await explain('otp.liquid --strict')).code).toBe(open ? 1 : 0)
})

test.each([
  ['text', /^otp\.liquid {2}Auth0 passwordless SMS \(auth0-sms\)\n\n who +│ reads\n/],
  ['json', /^\{\n {2}"profile": "auth0-sms",\n/],
  ['md', /^### otp\.liquid: who reads what\n\n\| who \| reads \| size \|\n/],
  ['html', /^<!doctype html>\n<html lang="en">\n/],
])('--format %s', async (format, begins) => {
  expect((await explain(`otp.liquid --format ${format}`)).out).toMatch(begins)
})

test('--set fills variables, --template chooses one of several', async () => {
  const { outcomes } = await json('otp.liquid --set application.name=Umbrella')
  expect(outcomes[0]?.text).toBe('Umbrella: 123456')
  const email = await json('email.json --template options.email.body')
  expect(email.outcomes[0]?.text).toMatch(/^Code: \d+$/)
})

test('--price is for a segment', async () => {
  const { outcomes } = await json('otp.liquid --price 0.0079')
  expect(outcomes.map(({ languages, segments, cost }) => [languages, segments, cost])).toEqual(
    expect.arrayContaining([
      [['nl'], 1, 0.0079],
      [['el'], 2, 0.0158],
    ]),
  )
})

describe('--values', () => {
  it('counts real requests, whatever the form of their lines', async () => {
    const lines = [
      'nl',
      'nl\r',
      '"nl"',
      '{"type":"cs","details":{"body":{"request_language":"nl"}}}',
      'el',
      'en-US,en;q=0.5',
      'null',
      '',
      '{"type":"s"}',
      '{"type":',
      'x'.repeat(2_000_000),
      'el',
    ]
    const { outcomes, requests } = await json('otp.liquid --values - --price 1', lines.join('\n'))
    expect(requests).toEqual({ total: 9, unlisted: 0, unreadable: 2, unrelated: 1, cost: 11 })
    const counted = outcomes.map(({ text, requests: n }) => [text.slice(0, 7), n])
    expect(Object.fromEntries(counted)).toEqual({ 'Uw code': 4, 'Ο κωδικ': 2, 'Acme: 1': 3 })
  })

  it('reads a file, in pieces that split lines and characters', async () => {
    const many = `${Array.from({ length: 90_000 }, (_, i) => (i % 3 ? 'nl' : 'ελ')).join('\n')}\n`
    const cwd = folderWith({ ...files, 'values.txt': many })
    const { out } = await runHere(['explain', 'otp.liquid', '--json', '--values', 'values.txt'], {
      cwd,
    })
    const { outcomes, requests } = JSON.parse(out) as Explained
    expect(requests).toEqual({ total: 90_000, unlisted: 0, unreadable: 0, unrelated: 0 })
    const dutch = outcomes.find(({ languages }) => languages.includes('nl'))
    expect(dutch?.requests).toBe(60_000)
  })

  it.each([
    ['none.txt', 'none.txt: there is no such file'],
    ['.', '.: it is a folder: give a file in it'],
    [
      'email.json',
      "email.json: no value in it: give one value or one event of Auth0's log as JSON a line",
    ],
  ])('%s cannot be counted', async (path, problem) => {
    expect(await explain(`otp.liquid --values ${path}`)).toEqual({
      code: 2,
      out: '',
      err: `codeword: --values: ${problem}\n`,
    })
  })
})

test('the page shows right-to-left languages as such', async () => {
  const fixture = new URL('../../../fixtures/ok/right-to-left.liquid', import.meta.url)
  const cwd = folderWith({ 'otp.liquid': readFileSync(fixture) })
  const { out } = await runHere(['explain', 'otp.liquid', '--format', 'html'], { cwd })
  expect(out).toMatch(/<p class="bubble" lang="\w+" dir="rtl">/)
})
