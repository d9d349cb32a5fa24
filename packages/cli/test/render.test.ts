import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const sample = readFileSync(
  fileURLToPath(new URL('../../../fixtures/auth0-sample.liquid', import.meta.url)),
  'utf8',
)
const template =
  '{% case request_language %}{% when "nl" %}Uw code: @@password@@{% when "" %}leeg{% else %}{{ application.name }}: @@password@@{% endcase %}'

const render = async (...args: string[]): Promise<string> => {
  const cwd = folderWith({ 'otp.liquid': template, 'sample.liquid': sample })
  const { code, out, err } = await runHere(['render', ...args], { cwd })
  expect([code, err]).toEqual([0, ''])
  return out
}

test('prints the text of the sample as Auth0 sends it', async () => {
  expect(await render('sample.liquid', '--language', 'fr-FR')).toBe(
    '\n\n\n   Ceci est votre code: 123456\n\n',
  )
})

test.each([
  [[], 'Acme: 123456'],
  [['--language', 'nl'], 'Uw code: 123456'],
  [['--language', ''], 'leeg'],
  [['--language', 'nl', '--code', '000111'], 'Uw code: 000111'],
  [['--set', 'application.name=A = B'], 'A = B: 123456'],
  [['--set', 'application.name='], ': 123456'],
  [['--header', 'accept-language: nl'], 'Uw code: 123456'],
  [['--header', 'Accept-Language: de', '--header', 'X-Request-Language: nl'], 'Uw code: 123456'],
  [['--header', 'x-request-language:', '--header', 'accept-language: nl'], 'leeg'],
  [['--header', 'user-agent: x'], 'Acme: 123456'],
])('%j', async (args, text) => {
  expect(await render('otp.liquid', ...args)).toBe(text)
})

test('json has the published shape', async () => {
  expect(JSON.parse(await render('otp.liquid', '--language', 'nl', '--json'))).toEqual({
    variable: 'request_language',
    value: 'nl',
    text: 'Uw code: 123456',
    encoding: 'GSM-7',
    units: 15,
    segments: 1,
    parts: [{ text: 'Uw code: 123456', start: 0, end: 15, units: 15 }],
    arms: [
      {
        start: template.indexOf('{% when "nl"'),
        end: template.indexOf('{% when ""'),
        languages: ['nl'],
      },
    ],
  })
  const { value, arms } = JSON.parse(await render('otp.liquid', '--json'))
  expect([value, arms[0].languages]).toEqual([null, []])
})

test('a connection brings its own language, and places are those of its file', async () => {
  const options = { request_language: 'nl', syntax: 'liquid', template }
  const text = JSON.stringify({ name: 'sms', strategy: 'sms', options })
  const cwd = folderWith({ 'sms.json': text })
  const rendered = async (...args: string[]): Promise<string> =>
    (await runHere(['render', 'sms.json', ...args], { cwd })).out
  expect(await rendered()).toBe('Uw code: 123456')
  expect(await rendered('--header', 'x-request-language: de')).toBe('Acme: 123456')
  const [arm] = JSON.parse(await rendered('--json')).arms
  expect(text.slice(arm.start, arm.end)).toBe('{% when \\"nl\\" %}Uw code: @@password@@')
})

test.each([
  [[], 'render takes one file: codeword render otp.liquid --language fr-FR'],
  [
    ['otp.liquid', 'x.liquid'],
    'render takes one file: codeword render otp.liquid --language fr-FR',
  ],
  [
    ['otp.liquid', '--language', 'nl', '--header', 'accept-language: nl'],
    'render: give --language or --header, not both',
  ],
  [['otp.liquid', '--header', 'nl'], "--header: 'nl' is no header; write 'accept-language: nl-NL'"],
  [['otp.liquid', '--set', 'x'], "--set: 'x' sets nothing; write application.name=Acme"],
  [['otp.liquid', '--set', '.x=1'], "--set: '.x=1' sets nothing; write application.name=Acme"],
  [['otp.liquid', '--set', 'a=1', '--set', 'a.b=1'], '--set a.b: a is a text already'],
  [['otp.liquid', '--set', 'a.b=1', '--set', 'a=1'], '--set a: it has parts already'],
])('refuses %j', async (args, message) => {
  const cwd = folderWith({ 'otp.liquid': template })
  expect(await runHere(['render', ...args], { cwd })).toEqual({
    code: 2,
    out: '',
    err: `codeword: ${message}\n`,
  })
})
