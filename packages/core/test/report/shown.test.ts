import { expect, it } from 'vitest'
import { lintSource, openSource, plain } from '../../src/index.ts'
import { stylish } from '../../src/report/stylish.ts'
import { written } from './files.ts'

const secret = 'LEAKME00000000000000000000000000'

it.each([
  ['the key as Auth0 spells it', `"twilio_token":"${secret}"`],
  ['an escaped key', `"twilio_\\u0074oken":"${secret}"`],
  ['a misspelt key', `"twilio_tokn":"${secret}"`],
  ['another case', `"twilioToken":"${secret}"`],
  ['a list', `"twilio_token":["a","${secret}"]`],
  ['an address', `"gateway_url":"ftp://user:${secret}@example.com"`],
  ['no quotes', `twilio_token:${secret}`],
  ['a forgotten quote', `"twilio_token:"${secret}"`],
  ['single quotes', `'twilio_token':'${secret}'`],
])('a frame shows nothing but templates: %s', async (_name, field) => {
  const text = `{"strategy":"sms","options":{"name":"sms",${field},"template":"{% if %}@@password@@","from":"Acme"}}`
  const report = lintSource((await openSource('sms.json', text))!)
  expect(report.diagnostics.length).toBeGreaterThan(0)
  const shown = written(stylish, [report], { paint: plain, width: 500 })
  expect(shown).not.toContain('LEAKME')
})

it('shows the template and the key before it', async () => {
  const text = `{"strategy":"sms","options":{"twilio_token":"${secret}","template":"Hi {{ cod }}"}}`
  const report = lintSource((await openSource('sms.json', text))!)
  expect(written(stylish, [report], { paint: plain, width: 200 })).toContain(
    '"template":"Hi {{ cod }}"',
  )
})

it('counts a byte order mark', async () => {
  for (const [path, text] of [
    ['otp.liquid', '\ufeffHi {{ cod }}'],
    ['sms.json', '\ufeff{"strategy":"sms","options":{"template":"Hi {{ cod }}","from":"+1"}}'],
  ] as const) {
    const { diagnostics } = lintSource((await openSource(path, text))!)
    const found = diagnostics.find(({ rule }) => rule === 'unknown-variable')!
    expect(text.slice(found.start, found.end)).toBe('cod')
    const [edit] = found.fixes![0]!.edits
    expect(text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)).toContain('{{ code }}')
  }
})

it('says how many more there are of what a rule finds a hundred times', async () => {
  const report = lintSource((await openSource('otp.liquid', '{{ cod }}'.repeat(150)))!)
  const found = report.diagnostics.filter(({ rule }) => rule === 'unknown-variable')
  expect(found).toHaveLength(100)
  expect(found.at(-1)!.message).toMatch(/\(and 50 more like this\)$/)
})
