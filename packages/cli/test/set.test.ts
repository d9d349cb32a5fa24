import { describe, expect, test } from 'vitest'
import { type Outcome, runHere } from './cli.ts'
import { folderWith } from './folder.ts'

const otp = "{% if application.name == 'Acme' %}Your Acme code is {{ code }}.{% endif %}"
const guardian = JSON.stringify({
  enrollment_message: '{{ code }} is your code for {{ tenant.friendly_name }}',
  verification_message: '{{ code }} is your code for {{ tenant.friendly_name }}',
})

const codeword = (...args: readonly string[]): Promise<Outcome> =>
  runHere(args, {
    cwd: folderWith({ 'otp.liquid': otp, 'new.liquid': `${otp} `, 'sms.json': guardian }),
  })

describe.each([
  ['check', ['otp.liquid']],
  ['lint', ['lint', 'otp.liquid']],
  ['explain', ['explain', 'otp.liquid']],
] as const)('%s', (_, command) => {
  test('takes a variable for anything that nobody has given', async () => {
    expect((await codeword(...command)).code).toBe(1)
  })

  test('takes it for what is given', async () => {
    expect((await codeword(...command, '--set', 'application.name=Acme')).code).toBe(0)
    expect((await codeword(...command, '--set', 'application.name=Other')).code).toBe(1)
  })

  test.each([
    ['aplication.name=Acme', 'aplication'],
    ['application=Acme', 'application'],
  ])('refuses %s', async (setting, name) => {
    const { code, err } = await codeword(...command, '--set', setting)
    expect(code).toBe(2)
    expect(err).toMatch(new RegExp(`^codeword: --set ${name}: .*\\n$`))
  })
})

test('diff compares what is given', async () => {
  const both = ['diff', 'otp.liquid', 'new.liquid']
  expect((await codeword(...both, '--set', 'application.name=Acme')).out).toContain('Acme code')
  const { out } = await codeword(...both, '--set', 'application.name=Other')
  expect(out).not.toContain('Acme code')
})

test('lint takes a variable that some of the templates have', async () => {
  const named = await codeword('lint', '--set', 'application.name=Acme')
  expect([named.code, named.err]).toEqual([0, ''])
  const unknown = await codeword('lint', '--set', 'nobody.has=it')
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('--set nobody')])
})

test('a customer who lacks something is named so', async () => {
  const folder = folderWith({
    'otp.liquid': '{% if application.name %}{{ application.name }}: {{ code }}{% endif %}',
  })
  const { out } = await runHere(['lint', 'otp.liquid'], { cwd: folder })
  expect(out).toContain("request_language 'en', no application.name gets an empty message")
  const explained = await runHere(['explain', 'otp.liquid'], { cwd: folder })
  expect(explained.out).toContain('where application.name is missing')
})
